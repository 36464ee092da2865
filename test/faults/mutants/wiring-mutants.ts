import type { PutObjectCommand } from '@aws-sdk/client-s3';
import type { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { instantOfMs } from '../../../shared/kernel/calendar.ts';
import type { Design } from '../world/cloud.ts';

/** Designs that differ from the product in what stands between it and a service: each drops one precaution. */

/** The SDK's own retries, left on for SES: whatever is not an answer is asked again, three times in all. */
export const SES_RETRIES: Design = {
  name: 'SDK retries left on for SES',
  between: {
    mail: (send) => async (command) => {
      for (let attempt = 1; ; attempt += 1) {
        try {
          return await send(command);
        } catch (error) {
          if (attempt === 3) throw error;
        }
      }
    },
  },
};

/** No tick of the scheduler: what the fast path leaves behind stays behind. */
export const NO_SWEEPER: Design = { name: 'no sweeper', sweeps: false };

/** What is tried again is made anew, with the time it is then, and laid over what was archived before. */
export const RENDERED_AGAIN: Design = {
  name: 're-render on retry, overwrite the archive',
  between: {
    archive: (send) => (command) => {
      if (command.constructor.name === 'PutObjectCommand') delete (command as PutObjectCommand).input.IfNoneMatch;
      return send(command);
    },
    press: (press, world) => ({
      ...press,
      bytesOf: (message) => press.bytesOf({ ...message, at: instantOfMs(world.now) }),
    }),
  },
};

/** Whoever comes takes a delivery, whether somebody else has it or not. */
export const UNCONDITIONAL_CLAIM: Design = {
  name: 'claim without condition',
  between: {
    tables: (send) => (command) => {
      const { TransactItems = [] } = (command as TransactWriteCommand).input;
      for (const { Put } of TransactItems) {
        if (Put?.Item?.['state'] !== 'sending') continue;
        delete Put.ConditionExpression;
        delete Put.ExpressionAttributeNames;
        delete Put.ExpressionAttributeValues;
      }
      return send(command);
    },
  },
};
