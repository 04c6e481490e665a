import { Controller, Inject } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { CATALOG } from '#contracts/catalog';
import { Answers } from '#nats/answers.decorator';
import { Agent } from './agent.js';

/** One line per operation, no logic: subject, checks and errors come from the catalog. */
@Controller()
export class FilesController {
  constructor(@Inject(Agent) private readonly agent: Agent) {}

  @Answers(CATALOG.places) places(@Payload() request: unknown) {
    return this.agent.answer('places', request);
  }

  @Answers(CATALOG.find) find(@Payload() request: unknown) {
    return this.agent.answer('find', request);
  }

  @Answers(CATALOG.read) read(@Payload() request: unknown) {
    return this.agent.answer('read', request);
  }

  @Answers(CATALOG.duplicates) duplicates(@Payload() request: unknown) {
    return this.agent.answer('duplicates', request);
  }

  @Answers(CATALOG.history) history(@Payload() request: unknown) {
    return this.agent.answer('history', request);
  }

  @Answers(CATALOG.plan) plan(@Payload() request: unknown) {
    return this.agent.answer('plan', request);
  }

  @Answers(CATALOG.move) move(@Payload() request: unknown) {
    return this.agent.answer('move', request);
  }

  @Answers(CATALOG.copy) copy(@Payload() request: unknown) {
    return this.agent.answer('copy', request);
  }

  @Answers(CATALOG.rename) rename(@Payload() request: unknown) {
    return this.agent.answer('rename', request);
  }

  @Answers(CATALOG.trash) trash(@Payload() request: unknown) {
    return this.agent.answer('trash', request);
  }

  @Answers(CATALOG['create-folder']) createFolder(@Payload() request: unknown) {
    return this.agent.answer('create-folder', request);
  }

  @Answers(CATALOG.write) write(@Payload() request: unknown) {
    return this.agent.answer('write', request);
  }

  @Answers(CATALOG.undo) undo(@Payload() request: unknown) {
    return this.agent.answer('undo', request);
  }

  @Answers(CATALOG.commit) commit(@Payload() request: unknown) {
    return this.agent.answer('commit', request);
  }

  @Answers(CATALOG.discard) discard(@Payload() request: unknown) {
    return this.agent.answer('discard', request);
  }
}
