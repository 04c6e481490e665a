import { OrdenaError } from '#contracts/errors';
import { sentenceOf, type Report } from '../report.js';
import { clockOf } from './desk-client.js';
import { lifeOf, readCreds, type Creds, type Enrolment } from './enrolment.js';
import { newAdmission } from './renewal.js';

/** Plans and yeses live for minutes, and end by the clock. */
const CLOCK_OFF_MS = 60_000;

/**
 * Of a PC that was let in: whether its desk is there, whether both have the same time, and whether it would be renewed. It
 * is, but what it gets is thrown away. Answers with what the bus can be tried; undefined: with nothing.
 */
export const examineEnrolment = async (report: Report, enrolment: Enrolment): Promise<Creds | undefined> => {
  const { desk, machine } = enrolment;
  report.fact('enrolled', `as ${machine} at ${desk}`);
  const creds = report.tryTo('credentials', () => readCreds(enrolment.credsFile));
  if (creds === undefined) return undefined;
  await compareClocks(report, desk);
  try {
    const jwt = await newAdmission(enrolment, creds);
    report.fact('admission', admissionText(creds, 'The agent renews it by itself.'));
    return { ...creds, jwt };
  } catch (error) {
    const more = isOut(error) ? '' : ` The admission: ${admissionText(creds, '')}`;
    report.problem('enrolment desk', `${sentenceOf(error)}${more}`.trim());
    return isOut(error) ? undefined : creds;
  }
};

const isOut = (error: unknown): boolean => error instanceof OrdenaError && error.code === 'FORBIDDEN';

const admissionText = ({ jwt }: Creds, otherwise: string): string => {
  const end = lifeOf(jwt).exp * 1000;
  const day = new Date(end).toISOString();
  return end > Date.now() ? `Good until ${day}. ${otherwise}` : `It ended on ${day}. ${otherwise}`;
};

/** Who cannot be reached is told of by the renewal. */
const compareClocks = async (report: Report, desk: string): Promise<void> => {
  const there = await clockOf(desk).catch(() => undefined);
  const offMs = Date.now() - (there?.getTime() ?? NaN);
  if (there === undefined || !(Math.abs(offMs) > CLOCK_OFF_MS)) return;
  const how = offMs > 0 ? 'ahead of' : 'behind';
  report.problem(
    'clock',
    `This PC is ${spanText(Math.abs(offMs))} ${how} ${desk}, where it is ${there.toISOString()}. Set it.`,
  );
};

const spanText = (ms: number): string => {
  const minutes = Math.round(ms / 60_000);
  if (minutes < 120) return `${minutes} min`;
  return minutes < 48 * 60 ? `${Math.round(minutes / 60)} hours` : `${Math.round(minutes / 60 / 24)} days`;
};
