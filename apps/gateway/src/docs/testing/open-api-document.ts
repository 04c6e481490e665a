import { Ajv, type ValidateFunction } from 'ajv';
import * as formats from 'ajv-formats';

/** The parts of an OpenAPI document that tests read. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: string;
  readonly [keyword: string]: unknown;
}

export interface Media {
  readonly schema: Schema;
  readonly example?: unknown;
  readonly examples?: Readonly<Record<string, { value: unknown }>>;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly schema: Schema;
}

export interface Door {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, { description: string; content?: Readonly<Record<string, Media>> }>>;
  readonly security?: readonly object[];
}

export interface Document {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Door>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** Checks values against schemas of the document, references and all. */
export class DocumentChecker {
  private readonly ajv = new Ajv({ strict: false, allErrors: false });

  private readonly compiled = new Map<string, ValidateFunction>();

  constructor(private readonly document: Document) {
    formats.default.default(this.ajv);
    this.ajv.addSchema({ $id: 'doc', components: document.components });
  }

  /** What is wrong with the value, or undefined when it fits. */
  issue(schema: Schema, value: unknown): string | undefined {
    const check = this.checkFor(JSON.stringify(schema));
    return check(value) ? undefined : this.ajv.errorsText(check.errors);
  }

  private checkFor(schema: string): ValidateFunction {
    const known = this.compiled.get(schema);
    if (known !== undefined) return known;
    const made = this.ajv.compile(
      JSON.parse(schema.replaceAll('"#/components', '"doc#/components')) as object,
    ) as ValidateFunction;
    this.compiled.set(schema, made);
    return made;
  }

  resolve(schema: Schema): Schema {
    const name = schema.$ref?.split('/').at(-1);
    return name === undefined ? schema : (this.document.components.schemas[name] ?? schema);
  }
}
