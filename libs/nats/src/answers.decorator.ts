import { applyDecorators, Catch, UseFilters, type RpcExceptionFilter } from '@nestjs/common';
import { MessagePattern } from '@nestjs/microservices';
import { throwError, type Observable } from 'rxjs';
import type { z } from 'zod';

/** What one endpoint says and understands; an Operation of the catalog is one. */
export interface EndpointContract {
  readonly name: string;
  readonly words: string;
  readonly request: z.ZodType;
  readonly reply: z.ZodType;
}

/** Nest flattens unknown errors to "Internal server error"; ours must reach the wire with their code. */
@Catch()
class KeepError implements RpcExceptionFilter {
  catch(error: unknown): Observable<never> {
    return throwError(() => error);
  }
}

/** Binds a controller method to the endpoint `<prefix>.<contract.name>`; request and reply are checked on the way. */
export const Answers = (contract: EndpointContract): MethodDecorator =>
  applyDecorators(MessagePattern(contract.name, { contract }), UseFilters(new KeepError()));
