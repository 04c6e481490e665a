import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { shoot, type Visitor } from './browser.js';
import { fragileLine, type FragileLine } from './fragile-line.js';
import { PageWorld } from './page-world.js';

const MANY = 10_000;
const SOME = 5_000;
/** What thousands of files may take on a machine that has other work. */
const LONG_MS = 45_000;

jest.setTimeout(60_000);

/** Work that takes a while: it is watched, stopped, left and taken up again. */
describe('long work in a real browser', () => {
  let world: PageWorld;
  let ana: Visitor;
  let line: FragileLine | undefined;

  beforeAll(async () => {
    world = await PageWorld.open();
    const folder = join(world.homes.pc1, 'Descargas');
    for (let index = 0; index < MANY; index += 1)
      writeFileSync(join(folder, index < SOME ? `${index}.dat` : `${index}.tmp`), '');
    ana = await world.visit();
  });

  afterAll(async () => {
    await world.close();
    await line?.close();
  });

  it('stays light with ten thousand entries in a plan', async () => {
    await ana.say('mueve todos los archivos de descargas a una carpeta llamada viejos en documentos');
    const plan = ana.waiting();
    expect(await plan.innerText()).toMatch(/10\.000 archivos/);
    await plan.locator('button.look').click();
    await plan.locator('.where', { hasText: '1–100 de 10.001' }).waitFor();
    await plan.locator('button.next').click();
    await plan.locator('.where', { hasText: '101–200 de 10.001' }).waitFor();
    expect(await ana.page.locator('*').count()).toBeLessThan(2000);
    await shoot(ana.page, 'ten-thousand');
    await plan.locator('button.reject').click();
    await ana.settled();
  });

  it('counts while it works; Stop stops half-way, with a receipt, and undo puts back what was done', async () => {
    const before = world.now();
    await ana.say('copia los archivos .dat de descargas a una carpeta llamada datos en documentos');
    await ana.waiting().locator('button.approve').click();
    await ana.page.locator('.progress', { hasText: 'de 5000' }).waitFor();
    await ana.page.click('#stop');
    await ana.receipt().waitFor();
    expect(await ana.receipt().innerText()).toMatch(/Detenido a la mitad[^]*de 5000 archivos/);
    const copied = readdirSync(join(world.homes.pc1, 'Documentos', 'datos')).length;
    expect(await ana.receipt().locator('.count').innerText()).toMatch(new RegExp(`^${copied} de 5000`));
    await shoot(ana.page, 'stopped');
    await ana.undo();
    expect(world.now()).toEqual(before);
  });

  it('takes up a broken line where it broke', async () => {
    line = await fragileLine(world.system.base);
    ana = await world.visit({}, line.base);
    await ana.say('mueve los archivos .tmp de descargas a una carpeta llamada restos en documentos');
    await ana.waiting().locator('button.approve').click();
    await ana.page.locator('.turn.working').waitFor();
    line.cut();
    await ana.receipt().waitFor();
    expect(await ana.receipt().innerText()).toMatch(/5000 de 5000/);
  });
  it('goes on in front of a page that is loaded again while it works, and shows the whole talk afterwards', async () => {
    const { page } = ana;
    await ana.say('mueve los archivos .dat de descargas a una carpeta llamada otra en documentos');
    await ana.waiting().locator('button.approve').click();
    await page.locator('.turn.working .way').waitFor();
    await page.reload();
    await page.locator('#talk .receipt', { hasText: 'otra' }).waitFor({ timeout: LONG_MS });
    await ana.settled();
    expect(await ana.receipt().innerText()).toMatch(/5000 de 5000/);
    await page.reload();
    await page.locator('#talk .receipt', { hasText: 'otra' }).waitFor();
    expect(await page.locator('#talk .receipt', { hasText: 'otra' }).count()).toBe(1);
    expect(await page.locator('#talk .turn.mine').count()).toBe(await page.locator('#talk .plans').count());
  });
});
