/**
 * Spanish and English side by side. `{name|algo}` is filled from the details, or by the words after the bar;
 * `{free:bytes|poco}` is written as a size, and of `{name,id|algo}` the first that is there. Each says what happened to the files and the next step, never an outside path.
 */
export type Sentence = readonly [es: string, en: string];
