import type { ModelPort, ModelTurn } from '../model/port.js';
import { checkWindow, promptSize } from '../model/window.js';
import { SMALL_TOOLS, toolsFor } from '../tools/toolbox.js';
import type { Run } from './run.js';
import type { Surface } from './surface.js';
import { trimmed } from './trim.js';

/** Second of the loop's four: one model step, its words passed on as they come, its cost added up. */
export const askModel = async (run: Run, model: ModelPort, surface: Surface): Promise<ModelTurn> => {
  const startedAt = performance.now();
  const words = new WordsForPerson((text) => surface.tell(run, { kind: 'words', text }));
  const messages = trimmed(run.messages);
  const turn = await model.ask({
    messages,
    tools: toolsFor(model.small === true ? SMALL_TOOLS : undefined).filter(
      ({ name }) => !run.guards.withdrawn.includes(name),
    ),
    signal: surface.signal,
    onWords: (text) => words.add(text),
  });
  words.end(turn);
  addUp(run, turn, startedAt);
  const size = promptSize(messages, turn.usage.promptTokens);
  checkWindow(size, run.guards.prompt);
  run.guards.prompt = size;
  return turn;
};

const addUp = (run: Run, turn: ModelTurn, startedAt: number): void => {
  run.usage.steps += 1;
  run.usage.promptTokens += turn.usage.promptTokens;
  run.usage.completionTokens += turn.usage.completionTokens;
  run.usage.ms += Math.round(performance.now() - startedAt);
};

/** What may be a tool call written as text starts like one; it is held back until the turn shows which it was. */
class WordsForPerson {
  private held = '';
  private isOpen = false;

  constructor(private readonly pass: (text: string) => void) {}

  add(text: string): void {
    if (this.isOpen) return this.pass(text);
    this.held += text;
    const start = this.held.trimStart();
    if (start === '' || '<[{`'.includes(start.charAt(0))) return;
    this.isOpen = true;
    this.pass(this.held);
  }

  end({ rescued }: ModelTurn): void {
    if (!this.isOpen && this.held.trim() !== '' && rescued !== true) this.pass(this.held);
  }
}
