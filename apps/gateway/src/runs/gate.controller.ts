import { Controller, Inject } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { CommitAnswerSchema, CommitAskSchema, type CommitAnswer, type CommitAsk } from '#contracts/chat';
import { Answers } from '#nats/answers.decorator';
import { Gate } from './gate.js';

const contract = {
  name: 'commit',
  words: 'May these plans run? Commits the harmless ones at once; the others wait for a person.',
  request: CommitAskSchema,
  reply: CommitAnswerSchema,
};

/** `ordena.gateway.commit` */
@Controller()
export class GateController {
  constructor(@Inject(Gate) private readonly gate: Gate) {}

  @Answers(contract)
  commit(@Payload() ask: CommitAsk): Promise<CommitAnswer> {
    return this.gate.mayRun(ask);
  }
}
