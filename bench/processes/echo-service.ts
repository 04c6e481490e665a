/** What a call costs through our own stack when the work is nothing: a Nest controller on the NATS strategy. */
import 'reflect-metadata';
import { Controller, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { connect } from '@nats-io/transport-node';
import { z } from 'zod';
import { Answers } from '#nats/answers.decorator';
import { NatsServiceStrategy } from '#nats/service.strategy';

const EchoSchema = z.strictObject({ text: z.string() });

@Controller()
class EchoController {
  @Answers({ name: 'echo', request: EchoSchema, reply: EchoSchema, words: 'Says it again.' })
  echo(request: object): object {
    return request;
  }
}

@Module({ controllers: [EchoController] })
class EchoModule {}

const nc = await connect({ servers: process.argv[2] });
const strategy = new NatsServiceStrategy({ nc, name: 'echo', version: '1.0.0', prefix: 'bench' });
const app = await NestFactory.createMicroservice(EchoModule, { strategy, logger: false });
await app.listen();
process.stdout.write('{"ready":true}\n');
