import { HttpException } from '@nestjs/common';
import type { Language } from '#contracts/chat';
import { ERRORS, OrdenaError, type ErrorCode, type ErrorDetails } from '#contracts/errors';
import type { ProblemDetails } from '#contracts/http/problem.dto';
import { issue } from '#contracts/issues';
import { errorText } from '#contracts/words/error-text';
import { WHOLE } from '#contracts/words/issue-text';
import { planText } from '#contracts/words/plan-text';
import { currentTraceId } from '#nats/trace';
import { PlanChanged } from '../runs/plan-changed.js';
import { BODY_BYTES } from './limits.js';

/** Where Fastify and Nest say it in their own way: what the framework refused, as a code of our table. */
const FRAMEWORK: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'MEDIA_TYPE',
  FST_ERR_CTP_BODY_TOO_LARGE: 'BODY_SIZE',
  FST_ERR_NOT_FOUND: 'UNKNOWN_ROUTE',
  FST_ERR_MAX_PARAM_LENGTH: 'UNKNOWN_ROUTE',
};

const BY_STATUS: Readonly<Record<number, ErrorCode>> = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'UNKNOWN_ROUTE',
  413: 'BODY_SIZE',
  414: 'BODY_SIZE',
  415: 'MEDIA_TYPE',
  429: 'RATE',
  431: 'BODY_SIZE',
};

/** Anything thrown, as an error of the closed table. What nobody foresaw is INTERNAL and tells nothing of itself. */
export const asTableError = (thrown: unknown): OrdenaError => {
  if (thrown instanceof OrdenaError) return thrown;
  const { code, status, message } = factsOf(thrown);
  const known = FRAMEWORK[code] ?? BY_STATUS[status];
  if (known !== undefined) return new OrdenaError(known, message, { cause: thrown, details: detailsOf(known, code) });
  return new OrdenaError('INTERNAL', 'Something went wrong on our side; the log says what.', { cause: thrown });
};

const detailsOf = (known: ErrorCode, code: string): ErrorDetails | undefined => {
  if (known === 'BODY_SIZE') return { limit: BODY_BYTES };
  return code === 'FST_ERR_CTP_INVALID_JSON_BODY' ? { issues: [issue(WHOLE, 'json')] } : undefined;
};

const factsOf = (thrown: unknown): { code: string; status: number; message: string } => {
  if (thrown instanceof HttpException)
    return { ...factsOf(thrown.cause), status: thrown.getStatus(), message: thrown.message };
  if (!(thrown instanceof Error)) return { code: '', status: 500, message: '' };
  const { code, statusCode } = thrown as Error & { code?: unknown; statusCode?: unknown };
  return { code: String(code), status: typeof statusCode === 'number' ? statusCode : 500, message: thrown.message };
};

/** RFC 9457: `title` for people in their language, `code` for programs, `detail` says what exactly. */
export const problemOf = (error: OrdenaError, language: Language): ProblemDetails => {
  const { code, details } = error;
  const titles = { es: errorText(code, 'es', details), en: errorText(code, 'en', details) };
  return {
    type: `/docs/errors#${code}`,
    title: titles[language],
    titles,
    status: error.status,
    code,
    detail: error.message,
    ...(details && { details }),
    ...(error instanceof PlanChanged && {
      plans: error.plans.map((plan) => ({ ...plan, preview: planText(plan, language) })),
    }),
    retry: ERRORS[code].retry,
    trace: currentTraceId(),
  };
};

/** `Allow`, which every 405 has (RFC 9110 §15.5.6). */
export const allowOf = ({ details }: OrdenaError): string | undefined => {
  const allowed: unknown = details?.['allowed'];
  return Array.isArray(allowed) ? allowed.join(', ') : undefined;
};
