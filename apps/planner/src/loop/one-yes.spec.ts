import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { ChatReply } from '#contracts/chat';
import { embeddedFetch } from '../embedded/embedded-fetch.js';
import { Stage } from '../testing/stage.js';

/** A real nats-server starts for it, on machines that may be busy. */
jest.setTimeout(30_000);

const FILES = {
  'downloads/viejo.zip': 'z',
  'downloads/lista.csv': 'c',
  'downloads/a.pdf': 'p',
  'desktop/nota.txt': 'n',
};

let stage: Stage;
beforeAll(async () => {
  stage = await Stage.open({ machines: [{ machine: 'pc1', files: FILES }], embeddedFetch, model: undefined });
});
afterAll(() => stage.close());
beforeEach(() => {
  stage.agents['pc1']!.committed.length = 0;
  stage.gateway.asks.length = 0;
  stage.gateway.asksAlways = true;
});

const approve = ({ runId }: ChatReply): Promise<ChatReply> =>
  stage.decide({
    runId,
    decision: 'approved',
    plans: stage.lastAsk().plans.map(({ planId }) => planId),
    receipts: stage.gateway.approve(stage.lastAsk()),
  });

const asked = async (message: string, questions: number): Promise<ChatReply> => {
  const reply = await stage.say(message);
  expect(reply.status).toBe('needs_approval');
  expect(stage.gateway.asks).toHaveLength(questions);
  return reply;
};

describe('one yes for a request of several changes', () => {
  const TWO = 'borra los zip de descargas y luego borra los csv de descargas';

  it('shows all its plans in one question, and the yes carries out all of them', async () => {
    const reply = await asked(TWO, 1);
    expect(reply.plans.map(({ operation }) => operation)).toEqual(['trash', 'trash']);
    expect(reply.reply).toMatch(/^1\. Poner .*\n2\. Poner .*\nUn solo permiso vale para todo esto\./u);
    expect(stage.agents['pc1']!.committed).toHaveLength(0);
    const done = await approve(reply);
    expect(done).toMatchObject({ status: 'done', receipts: [{ operation: 'trash' }, { operation: 'trash' }] });
    expect(stage.gateway.asks).toHaveLength(1);
  });

  it('a no leaves all of them', async () => {
    const { runId } = await asked(TWO, 1);
    const reply = await stage.decide({ runId, decision: 'rejected', receipts: [] });
    expect(reply.reply).toBe('De acuerdo: no se hizo y no se cambió nada.');
    expect(stage.agents['pc1']!.committed).toHaveLength(0);
  });

  it('takes different operations together when none touches what another leaves', async () => {
    const reply = await asked('mueve los pdf de descargas a documentos y borra los zip de descargas', 1);
    expect(reply.plans.map(({ operation }) => operation)).toEqual(['move', 'trash']);
  });
});

describe('a change that builds on another', () => {
  it('is planned after it, and the first question says that more follows', async () => {
    const reply = await asked('mueve los txt del escritorio a descargas y luego borra los txt de descargas', 1);
    expect(reply.plans).toMatchObject([{ operation: 'move' }]);
    expect(reply.reply).toContain('Es el primer paso; lo demás que pediste depende de él y viene después.');
    const second = await approve(reply);
    expect(second).toMatchObject({ status: 'needs_approval', plans: [{ operation: 'trash' }] });
    expect(second.reply).not.toContain('primer paso');
  });

  it('a no to the second step does not claim that nothing changed', async () => {
    const first = await asked('mueve los txt del escritorio a descargas y luego borra los txt de descargas', 1);
    await approve(first);
    const reply = await stage.decide({ runId: first.runId, decision: 'rejected', receipts: [] });
    expect(reply.reply).toMatch(/^Hecho: .*\nDe acuerdo: esto último no se hizo\.$/su);
  });
});

it('without a reason to ask, independent changes still go ahead together', async () => {
  stage.gateway.asksAlways = false;
  const reply = await stage.say('crea la carpeta documentos/uno y copia los pdf de descargas al escritorio');
  expect(reply).toMatchObject({ status: 'done', receipts: [{ operation: 'create-folder' }, { operation: 'copy' }] });
  expect(stage.gateway.asks).toHaveLength(1);
});
