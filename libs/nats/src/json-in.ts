/** What a message says, or undefined when that is no JSON: strangers may put anything on a bus. */
export const jsonIn = (message: { json(): unknown }): unknown => {
  try {
    return message.json();
  } catch {
    return undefined;
  }
};
