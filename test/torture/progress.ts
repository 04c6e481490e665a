/** How far a long part is; told to whoever runs it, at most every few seconds. */
export interface Step {
  readonly what: string;
  readonly done: number;
  readonly violations: number;
}

const EVERY_MS = 10_000;
let lastMs = performance.now();
let listener: ((step: Step) => void) | undefined;

export const listenToProgress = (listen: (step: Step) => void): void => {
  listener = listen;
};

/** To be called at each case; costs nothing when nobody listens. */
export const progress = (step: Step): void => {
  if (!listener || performance.now() - lastMs < EVERY_MS) return;
  lastMs = performance.now();
  listener(step);
};
