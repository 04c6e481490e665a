import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Visitor } from './browser.js';
import { PageWorld } from './page-world.js';

const COPY = 'copia todos los archivos del escritorio a documentos';

jest.setTimeout(60_000);

/** Somebody afraid for their files must see at any time what will happen, what stays, and that nothing was done. */
describe('the page when something is in the way', () => {
  let world: PageWorld;
  let ana: Visitor;
  let before: string[];

  beforeAll(async () => {
    world = await PageWorld.open();
  });

  beforeEach(async () => {
    ana = await world.visit();
    before = world.now();
  });

  afterEach(() => ana.page.context().close());

  afterAll(() => world.close());

  const lastTurn = (): Promise<string> => ana.page.locator('.turn').last().innerText();

  /** The plan of that name on its PC, as if its half hour had passed. */
  const outlive = (): void => {
    const folder = join(world.system.folder, 'agent-pc1', 'agent-pc1', 'plans');
    const heads = readdirSync(folder).filter((name) => name.endsWith('.json'));
    for (const head of heads.map((name) => join(folder, name)))
      writeFileSync(
        head,
        readFileSync(head, 'utf8').replace(/"expiresAt":"[^"]+"/, '"expiresAt":"2026-01-01T00:00:00Z"'),
      );
  };

  it('a plan that ran out of time says so and asks for nothing any more', async () => {
    await ana.say(COPY);
    expect(await ana.waiting().innerText()).toMatch(/no se ha cambiado nada[^]*Vale hasta las \d/);
    outlive();
    await ana.approve();
    expect(await lastTurn()).toMatch(/caducó[^]*No se cambió nada/);
    expect(await ana.page.locator('.plans.over').last().innerText()).toMatch(/Caducó sin hacerse; pídelo otra vez/);
    expect(await ana.page.locator('button.approve').count()).toBe(0);
    expect(world.now()).toEqual(before);
  });

  it('a plan that was decided elsewhere asks for nothing any more', async () => {
    await ana.say(COPY);
    const id = await ana.waiting().locator('.plan').getAttribute('data-plan');
    await world.system.ask('POST', `/v1/plans/${String(id)}/reject`, {});
    await ana.approve();
    expect(await ana.page.locator('.plans.over').last().innerText()).toMatch(/No se hizo/);
    expect(await ana.page.locator('button.approve').count()).toBe(0);
    expect(world.now()).toEqual(before);
  });

  it('says in words which file could not be done, and that it was left alone', async () => {
    await ana.say(COPY);
    const changed = join(world.homes.pc1, 'Escritorio', 'factura.pdf');
    const was = readFileSync(changed);
    writeFileSync(changed, 'otra factura');
    await ana.approve();
    await ana.receipt().locator('summary').click();
    expect(await ana.receipt().innerText()).toMatch(
      /2 de 3 archivos[^]*1 había cambiado[^]*factura\.pdf · .*cambió.*Se dejó como estaba/,
    );
    expect(await ana.receipt().innerText()).not.toMatch(/STALE/);
    await ana.undo();
    writeFileSync(changed, was);
  });

  it('changes its language with the page, the heading of the plan too', async () => {
    await ana.say(COPY);
    const heading = ana.waiting().locator('h3');
    expect(await heading.innerText()).toMatch(/^Copiar 3 archivos/);
    await ana.page.click('#language');
    await heading.filter({ hasText: /^Copy 3 files .* from desktop to documents\.$/ }).waitFor();
    await ana.page.click('#language');
    await heading.filter({ hasText: /^Copiar 3 archivos/ }).waitFor();
    await ana.waiting().locator('button.reject').click();
  });

  it('says when nobody understands, keeps the words, carries out a yes all the same, and tells when it is back', async () => {
    await ana.say(COPY);
    await world.system.children.get('planner')?.stop(10_000);
    await ana.say('¿qué hay en descargas?');
    expect(await lastTurn()).toMatch(/^El planificador no está en marcha\. No se cambió nada/);
    await ana.page.click('#language');
    expect(await lastTurn()).toMatch(/^The planner is not running\. Nothing was changed/);
    await ana.page.click('#language');
    expect(await lastTurn()).toMatch(/^El planificador no está en marcha/);
    expect(await ana.page.inputValue('#message')).toBe('¿qué hay en descargas?');
    expect(await ana.page.locator('#planner').innerText()).toMatch(/nadie entiende/);
    await ana.approve();
    expect(await ana.receipt().innerText()).toMatch(/3 de 3 archivos/);
    await ana.undo();
    expect(world.now()).toEqual(before);
    await world.system.restart('planner');
    await ana.page.locator('#planner', { hasText: 'Entiende frases sencillas' }).waitFor();
  });

  it('says by its name which PC is off, and never that nothing was done there; its plan can be decided when it is back', async () => {
    await ana.say(COPY);
    await world.system.children.get('agent-pc1')?.stop(10_000);
    await ana.page.locator('label', { hasText: /apagado/ }).waitFor();
    await ana.approve();
    expect(await lastTurn()).toMatch(/^El equipo .*está apagado o sin conexión\. No se cambió nada/);
    await ana.page.click('#open-history');
    await ana.page.locator('#history-off', { hasText: 'Falta lo de los equipos apagados' }).waitFor();
    expect(await ana.page.locator('#history').innerText()).not.toMatch(/Todavía no se ha hecho nada/);
    await ana.page.keyboard.press('Escape');
    expect(world.now()).toEqual(before);
    await world.system.restart('agent-pc1');
    await ana.page.locator('input[value=pc1] ~ .dot.on').waitFor();
    await ana.approve();
    expect(await ana.receipt().innerText()).toMatch(/3 de 3 archivos/);
    await ana.undo();
    expect(world.now()).toEqual(before);
  });
});
