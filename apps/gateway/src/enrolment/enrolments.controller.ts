import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';
import type { Enrolled } from '#contracts/enrolment';
import { MACHINE_ID } from '#contracts/http/chat-request.dto';
import {
  EnrolmentRequest,
  type EnrolledList,
  type Enrolment,
  type MachineRevoked,
} from '#contracts/http/enrolment.dto';
import { Describes } from '../docs/describes.js';
import { AVisit, type Visit } from '../http/visit.js';
import { requireMachine, type Caller } from '../who/caller.js';
import { Enrolments } from './enrolments.js';

@ApiTags('machines')
@Controller('v1/machines')
export class EnrolmentsController {
  constructor(@Inject(Enrolments) private readonly enrolments: Enrolments) {}

  @Post('enrolments')
  @HttpCode(200)
  @Describes({
    name: 'createEnrolment',
    needs: 'keys',
    summary: 'Let another PC in: a code for one PC, once, within 15 minutes',
    words:
      '`command` is one line to paste on that PC. A PC that is enrolled already gets a new key, and its old one is out.',
    body: EnrolmentRequest,
    reply: 'Enrolment',
    errors: ['MACHINE_TAKEN', 'FLEET_OFF'],
  })
  invite(@Body() body: EnrolmentRequest, @AVisit() { caller }: Visit): Promise<Enrolment> {
    requireMachine(caller, body.machine);
    return this.enrolments.invite(body);
  }

  @Get('enrolments')
  @Describes({
    name: 'listEnrolments',
    needs: 'keys',
    summary: 'The PCs that were let in',
    reply: 'EnrolledList',
    errors: ['TIMEOUT', 'FLEET_OFF'],
  })
  async list(@AVisit() { caller }: Visit): Promise<EnrolledList> {
    const machines = await this.enrolments.list();
    return { machines: machines.filter(({ machine }) => sees(caller, machine)).map(shown) };
  }

  @Delete(':machine')
  @ApiParam({ name: 'machine', schema: MACHINE_ID })
  @Describes({
    name: 'revokeMachine',
    needs: 'keys',
    summary: 'Shut a PC out: its connection is cut at once, and its key never works again',
    reply: 'MachineRevoked',
    errors: ['UNKNOWN_MACHINE', 'TIMEOUT', 'FLEET_OFF'],
  })
  revoke(@Param('machine') machine: string, @AVisit() { caller }: Visit): Promise<MachineRevoked> {
    requireMachine(caller, machine);
    return this.enrolments.revoke(machine);
  }
}

const shown = ({ publicKey: _notShown, ...enrolled }: Enrolled): EnrolledList['machines'][number] => enrolled;

const sees = ({ machines }: Caller, machine: string): boolean => machines === undefined || machines.includes(machine);
