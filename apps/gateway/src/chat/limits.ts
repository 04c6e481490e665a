/** A model may think for a while; the planner has shorter limits of its own. */
export const PLANNER_TIMEOUT_MS = 300_000;
