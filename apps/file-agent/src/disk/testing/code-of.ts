import { type ErrorCode, OrdenaError } from '#contracts/errors';

/** The code with which `act` is refused; undefined when it is not. Other errors pass through. */
export const codeOf = (act: () => unknown): ErrorCode | undefined => {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof OrdenaError) return error.code;
    throw error;
  }
};
