/** "informe.pdf": what ends so is a file's name. */
export const isFileName = (name: string): boolean => /\.[a-z0-9]{1,11}$/i.test(name);
