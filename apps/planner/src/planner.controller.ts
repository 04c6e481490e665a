import { Controller, Inject } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import {
  ChatAskSchema,
  ChatReplySchema,
  NoteAskSchema,
  NoteReplySchema,
  ResumeAskSchema,
  type ChatAsk,
  type ChatReply,
  type NoteAsk,
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

const note = {
  name: 'note',
  words: 'A person did something with plans by a button; the conversation remembers it. Asks no model.',
  request: NoteAskSchema,
  reply: NoteReplySchema,
};

/** `ordena.planner.chat`, `.resume` and `.note` */
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

  @Answers(note)
  async note(@Payload() ask: NoteAsk): Promise<{ noted: boolean }> {
    await this.planner.note(ask);
    return { noted: true };
  }
}
