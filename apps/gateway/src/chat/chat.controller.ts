import { Body, Controller, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ConversationIdSchema } from '#contracts/chat';
import { OrdenaError } from '#contracts/errors';
import { ChatRequest } from '#contracts/http/chat-request.dto';
import type { Conversation } from '#contracts/http/views';
import { Describes } from '../docs/describes.js';
import { Answering } from '../http/answering.js';
import { AVisit, type Visit } from '../http/visit.js';
import { ChatService } from './chat.service.js';
import { TalkStore } from './talk-store.js';

const SHOWN_TURNS = 200;

@ApiTags('chat')
@Controller('v1')
export class ChatController {
  constructor(
    @Inject(ChatService) private readonly chat: ChatService,
    @Inject(TalkStore) private readonly talks: TalkStore,
    @Inject(Answering) private readonly answering: Answering,
  ) {}

  @Post('chat')
  @HttpCode(200)
  @Describes({
    name: 'chat',
    needs: 'read',
    summary: 'Say in Spanish or English what should happen',
    words:
      'Harmless changes go ahead; the others answer `needs_approval` with their plans: approve one of them, or say "yes" with the ' +
      'same `conversationId`. With `Accept: text/event-stream` the answer is a stream of `run`, `step`, `plan`, `progress`, ' +
      '`receipt`, `words` events and ends with `reply` or `error`; `GET /v1/runs/{runId}/events` goes on with a broken one.',
    body: ChatRequest,
    reply: 'ChatReply',
    errors: 'all',
    stream: true,
  })
  async say(@Body() body: ChatRequest, @AVisit() visit: Visit): Promise<unknown> {
    return this.answering.answer(visit, await this.chat.open(visit.caller, body, visit.request.once?.runId));
  }

  @Get('conversations/:conversationId')
  @Describes({
    name: 'getConversation',
    needs: 'read',
    summary: 'What was said and answered',
    reply: 'Conversation',
    errors: ['UNKNOWN_CONVERSATION'],
  })
  async conversation(@Param('conversationId') id: string, @AVisit() { caller }: Visit): Promise<Conversation> {
    const owner = ConversationIdSchema.safeParse(id).success ? await this.talks.ownerOf(id) : undefined;
    if (owner === undefined || (owner !== caller.id && caller.id !== 'owner'))
      throw new OrdenaError('UNKNOWN_CONVERSATION', 'There is no such conversation. Leave the id out to start one.');
    return { conversationId: id, turns: await this.talks.turns(id, SHOWN_TURNS) };
  }
}
