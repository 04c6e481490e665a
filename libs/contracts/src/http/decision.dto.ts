import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { ChatReplySchema } from '../chat.js';
import { ID_PATTERN } from './chat-request.dto.js';

const HASH_PATTERN = '^[0-9a-f]{64}$';

/** `POST /v1/plans/:planId/approve`; with `hash`, the yes is refused when the plan is not the one that was shown. */
export class ApproveRequest {
  @ApiPropertyOptional({ description: 'The hash of the plan that was shown', pattern: HASH_PATTERN })
  @IsOptional()
  @IsString()
  @Matches(new RegExp(HASH_PATTERN))
  hash?: string;
}

/** `POST /v1/plans/:planId/reject` */
export class RejectRequest {
  @ApiPropertyOptional({ description: 'What should be different; the planner reads it', maxLength: 2000 })
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  reason?: string;
}

/** `POST /v1/plans/:planId/undo` */
export class UndoPlanRequest {
  @ApiPropertyOptional({
    description: 'The conversation it becomes a turn of; default: the one the plan came from, if it came from one',
    pattern: ID_PATTERN,
  })
  @IsOptional()
  @IsString()
  @Matches(new RegExp(ID_PATTERN))
  conversationId?: string;
}

/**
 * What came of a decision. For a plan of a conversation it is the whole chat answer; a plan made through the
 * operations door belongs to no conversation and has neither run nor planner.
 */
export const DecisionReplySchema = ChatReplySchema.partial({ conversationId: true, runId: true, planner: true }).meta({
  id: 'DecisionReply',
});
