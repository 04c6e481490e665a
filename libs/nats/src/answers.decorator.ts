import { applyDecorators, Catch, UseFilters, type RpcExceptionFilter } from '@nestjs/common';
import { MessagePattern } from '@nestjs/microservices';
import { throwError, type Observable } from 'rxjs';
import type { EndpointContract } from './checked-endpoint.js';

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
