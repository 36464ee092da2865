import { VARIABLES } from '../../lambda/config.ts';

/** Lambda sets these itself and refuses to be told. */
export const SET_BY_LAMBDA: readonly string[] = ['AWS_REGION', 'AWS_LAMBDA_FUNCTION_NAME'];
/** Only a local start points elsewhere or reads its secret from a file. */
export const LOCAL_ONLY: readonly string[] = ['SECRETS_FILE', 'DYNAMODB_ENDPOINT', 'SES_ENDPOINT', 'S3_ENDPOINT'];
/** Set by each deployment to what it deploys. */
export const VERSION_NAME = 'APP_VERSION';

/** The names a settings file may give the function, and no others: none of them holds a secret, only where secrets lie. */
export const SETTABLE: readonly string[] = VARIABLES.map((variable) => variable.name).filter(
  (name) => ![...SET_BY_LAMBDA, ...LOCAL_ONLY, VERSION_NAME].includes(name),
);

/** Names that must be there in the cloud: what is always needed, and what the cloud alone makes necessary. */
export const NEEDED: readonly string[] = [
  ...VARIABLES.filter((variable) => variable.required && SETTABLE.includes(variable.name)).map(({ name }) => name),
  'SECRET_ARN',
  'ORIGIN_SECRET_ARN',
  'MAIL_TOPIC_ARN',
  'FUNCTION_ALIAS',
];
