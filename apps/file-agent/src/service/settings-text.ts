import { OrdenaError } from '#contracts/errors';

/** The settings file in the form of Node's `--env-file`. Throws BAD_CONFIG for a value that it cannot carry. */
export const settingsText = (variables: Readonly<Record<string, string>>): string =>
  Object.entries(variables)
    .map(([name, value]) => `${name}=${quoted(name, value)}\n`)
    .join('');

/** Quotes stand for themselves inside others; in double ones a backslash would not, and Windows paths have them. */
const quoted = (name: string, value: string): string => {
  const quote = ["'", '`'].find((one) => !value.includes(one));
  if (quote !== undefined && !/[\r\n\0]/.test(value)) return `${quote}${value}${quote}`;
  throw new OrdenaError(
    'BAD_CONFIG',
    `${name} holds a line break or every kind of quote; a service cannot be given that.`,
  );
};
