/** Billions of parameters as the name tells them ("qwen3:1.7b", "Llama-3.1-8B-Instruct"); infinite when it does not tell. */
export const billionsIn = (model: string): number => {
  const size = /(?:^|[^\d.])(\d+(?:\.\d+)?)b(?![a-z])/i.exec(model)?.[1];
  return size === undefined ? Infinity : Number(size);
};
