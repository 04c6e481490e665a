import { Logger } from '@nestjs/common';
import { OPERATION_NAMES } from '#contracts/catalog';
import { OrdenaError, type ErrorBody } from '#contracts/errors';
import type { Operation } from '#contracts/operation';
import { PlanSchema } from '#contracts/plan';
import { planText } from '#contracts/words/plan-text';
import { stepText } from '#contracts/words/step-text';
import type { ToolCall } from '../model/port.js';
import { argumentsOf, checkedArguments } from '../tools/arguments.js';
import { errorResult, okResult } from '../tools/compact.js';
import { resolveMachine } from '../tools/machines.js';
import { operationOf } from '../tools/toolbox.js';
import { deedFor } from './deed.js';
import { countFailure, remember, repeated } from './guards.js';
import { refuseUnnamedDestination } from './named.js';
import type { Run } from './run.js';
import type { Surface } from './surface.js';

interface Understood {
  readonly operation: Operation;
  readonly machine: string;
  readonly request: Record<string, unknown>;
}

/** One tool call to its result: JSON text for the model, never an exception. */
export const callTool = async (run: Run, call: ToolCall, surface: Surface): Promise<string> => {
  const again = repeated(run.guards, call);
  if (again !== undefined) return again;
  const startedAt = performance.now();
  let understood: Understood | undefined;
  try {
    understood = understand(run, call, surface);
    const reply = await ask(understood, surface);
    const result = succeeded({ run, understood, reply }, surface);
    remember(run.guards, call, { step: run.steps.length + 1, result });
    step(run, { call, understood, ok: true, startedAt }, surface);
    return result;
  } catch (error) {
    step(run, { call, understood, ok: false, startedAt }, surface);
    return failed(run, call, error);
  }
};

const understand = (run: Run, call: ToolCall, { machines }: Surface): Understood => {
  const operation = operationOf(call.name);
  if (operation === undefined) throw unknownTool(call.name);
  const { machine: said, ...rest } = argumentsOf(call);
  const machine = resolveMachine(typeof said === 'string' ? said : undefined, {
    machines,
    defaultMachine: run.ask.machine,
  });
  const request = checkedArguments(operation.request, rest) as Record<string, unknown>;
  refuseUnnamedDestination(run, operation, request);
  return { operation, machine, request };
};

const ask = ({ operation, machine, request }: Understood, { bus }: Surface): Promise<unknown> =>
  bus.call(machine, operation, request);

interface Done {
  readonly run: Run;
  readonly understood: Understood;
  readonly reply: unknown;
}

const succeeded = ({ run, understood, reply }: Done, surface: Surface): string => {
  const plan = understood.operation.effect === 'write' ? PlanSchema.parse(reply) : undefined;
  if (plan) {
    run.plans.push(plan);
    run.open.push(plan.planId);
    surface.tell(run, { kind: 'plan', plan: { ...plan, preview: planText(plan, run.language) } });
  }
  if (carriesContents(understood.operation)) run.tainted = true;
  run.deeds.push({ ...deedFor({ ...understood, plan, reply }), run: run.ask.runId });
  return okResult(reply);
};

/** What a file says may have been written by anybody, for anybody's purpose. */
const carriesContents = ({ name }: Operation): boolean => name === 'read';

const unknownTool = (name: string): OrdenaError =>
  new OrdenaError('UNKNOWN_OPERATION', 'There is no such tool. Use one of those listed.', {
    details: { operation: name, operations: OPERATION_NAMES.filter((each) => !['commit', 'discard'].includes(each)) },
  });

const failed = (run: Run, call: ToolCall, error: unknown): string => {
  const body = bodyOf(error);
  countFailure(run.guards, call, body.code);
  const { details, ...rest } = body;
  return errorResult({ ...rest, ...details });
};

const logger = new Logger('loop');

/** What may be told about a failure; anything we did not foresee is for the log. */
export const bodyOf = (error: unknown): ErrorBody => {
  if (error instanceof OrdenaError && error.code !== 'INTERNAL') return error.toBody();
  const cause = error instanceof OrdenaError ? (error.cause ?? error) : error;
  logger.error({ cause: String(cause) }, cause instanceof Error ? cause.stack : undefined);
  return { code: 'INTERNAL', message: 'Something failed inside Ordena. Try another way or stop.' };
};

interface Ended {
  readonly call: ToolCall;
  readonly understood: Understood | undefined;
  readonly ok: boolean;
  readonly startedAt: number;
}

const step = (run: Run, { call, understood, ok, startedAt }: Ended, surface: Surface): void => {
  const operation = understood?.operation.name ?? call.name;
  const done = {
    operation,
    ...(understood && { machine: understood.machine }),
    words: stepText(operation, whereOf(understood?.request), run.language),
    ok,
    ms: Math.round(performance.now() - startedAt),
  };
  run.steps.push(done);
  surface.tell(run, { kind: 'step', step: done });
};

const whereOf = (request: Record<string, unknown> = {}): string | undefined => {
  const where = request['from'] ?? request['in'] ?? request['file'] ?? request['folder'];
  return typeof where === 'string' ? where : undefined;
};
