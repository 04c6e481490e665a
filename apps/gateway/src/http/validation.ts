import { ValidationPipe, type ArgumentMetadata, type ValidationError } from '@nestjs/common';
import { getMetadataStorage } from 'class-validator';
import { OrdenaError } from '#contracts/errors';
import { TEXT_TOO_LONG } from '#contracts/http/text.validator';
import { formOf, issue, refused } from '#contracts/issues';
import type { IssueKind } from '#contracts/words/issue-sentences';
import { WHOLE } from '#contracts/words/issue-text';

/** DTO classes: unknown fields are refused, never dropped, because a misspelt field would change what is done. */
export const dtoPipe = (): ValidationPipe =>
  new DtoPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    validationError: { target: true, value: true },
    exceptionFactory: (errors) => refusalOf(errors),
  });

/** What is no object at all has no wrong field; Nest would let a list or a number pass as an empty one. */
class DtoPipe extends ValidationPipe {
  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    const isBody = metadata.type === 'body' && metadata.metatype !== Object;
    if (isBody && value !== undefined && !isPlainObject(value)) throw noObject();
    return super.transform(value, metadata);
  }
}

const isPlainObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);

const noObject = (): OrdenaError => refused('BAD_REQUEST', [issue(WHOLE, 'object')]);

const refusalOf = (errors: ValidationError[]): OrdenaError => {
  const issues = errors.map(issueOf);
  const isTooLong = errors.some(({ constraints }) => constraints?.[TEXT_TOO_LONG] !== undefined);
  if (isTooLong) return new OrdenaError('BODY_SIZE', 'The message is too long.', { details: { issues } });
  return refused(errors.every(isOfMeaning) ? 'BAD_VALUE' : 'BAD_REQUEST', issues);
};

/** A time zone is spelt as one and there is none of that name: no document can tell that beforehand. */
const isOfMeaning = ({ constraints = {} }: ValidationError): boolean =>
  Object.keys(constraints).join() === 'isTimeZone';

/** One issue a field: what is missing is not also too short, and what is no list repeats nothing. */
const issueOf = ({ property, value, constraints = {}, target }: ValidationError): string => {
  const names = Object.keys(constraints);
  const name = names.find((one) => one === 'isArray' || one === 'isString') ?? names[0];
  if (name === 'whitelistValidation') return issue(property, 'unknown');
  if (value === undefined) return issue(property, 'missing');
  const [accepted] = acceptedBy(target, property, name);
  if (accepted instanceof RegExp) return issue(property, formOf(String(accepted)));
  return issue(property, KINDS[name ?? ''] ?? 'unfit', [accepted ?? []].flat() as string[]);
};

/** What the decorator was given: the values of a list, the length of a text. */
const acceptedBy = (target: object | undefined, property: string, name: string | undefined): unknown[] => {
  const rules = getMetadataStorage().getTargetValidationMetadatas(target?.constructor ?? Object, '', false, false);
  return rules.find((rule) => rule.propertyName === property && rule.name === name)?.constraints ?? [];
};

/** Our word for each decorator's. */
const KINDS: Readonly<Record<string, IssueKind>> = {
  isString: 'text',
  isSaid: 'said',
  maxLength: 'longest',
  isIn: 'one-of',
  isArray: 'list',
  arrayMinSize: 'said',
  arrayMaxSize: 'most',
  arrayUnique: 'twice',
  isMachineId: 'machine-id',
  isTimeZone: 'time-zone',
};
