import { Controller, Inject } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import {
  ChatAskSchema,
  ChatReplySchema,
  ResumeAskSchema,
  type ChatAsk,
  type ChatReply,
  type ResumeAsk,
} from '#contracts/chat';
import { Answers } from '#nats/answers.decorator';
import { Planner } from './loop/planner.js';

const chat = {
  name: 'chat',
  words: 'A person says what should happen; the planner answers, or asks.',
  request: ChatAskSchema,
  reply: ChatReplySchema,
};

const resume = {
  name: 'resume',
  words: 'A person decided about the plans of a waiting request; the planner goes on with it, exactly once.',
  request: ResumeAskSchema,
  reply: ChatReplySchema,
};

/** `ordena.planner.chat` and `ordena.planner.resume` */
@Controller()
export class PlannerController {
  constructor(@Inject(Planner) private readonly planner: Planner) {}

  @Answers(chat)
  chat(@Payload() ask: ChatAsk): Promise<ChatReply> {
    return this.planner.chat(ask);
  }

  @Answers(resume)
  resume(@Payload() ask: ResumeAsk): Promise<ChatReply> {
    return this.planner.resume(ask);
  }
}
