/**
 * Silences the AWS SDK's reminder that it will want Node 22 from 2027 on. It is meant for what runs in the cloud, which
 * is on a newer Node; on a developer's console it buries what the command has to say.
 */
export function quietSdk(): void {
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
}
