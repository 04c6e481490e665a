import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Locator } from 'playwright-core';
import { seriousViolations, shoot, type Visitor } from './browser.js';
import { HOSTILE, PageWorld, TURNED_AROUND } from './page-world.js';

const SENTENCE =
  'por favor toma todos los archivos del escritorio, crea una carpeta llamada luyd y adentro de esa carpeta mete todos los archivos';
const PHONE = { width: 360, height: 740 };

const ON_THE_DESKTOP = [HOSTILE, 'Proyectos', 'factura.pdf', TURNED_AROUND];

/** The whole system and a browser start first. */
jest.setTimeout(60_000);

type Box = NonNullable<Awaited<ReturnType<Locator['boundingBox']>>>;

const boxOf = async (shown: Locator): Promise<Box> => (await shown.boundingBox())!;

describe('the page in a real browser', () => {
  let world: PageWorld;
  let ana: Visitor;

  beforeAll(async () => {
    world = await PageWorld.open();
    ana = await world.visit();
  });

  afterAll(async () => {
    await world.close();
  });

  it(`«${SENTENCE}»: plan, yes, files moved; undo, files back`, async () => {
    const before = world.now();
    await ana.say(SENTENCE);
    const plan = ana.waiting();
    expect(await plan.innerText()).toMatch(
      /Mover 3 archivos[^]*escritorio\/luyd[^]*Ahora[^]*Después[^]*sobrescribe\s+nada[^]*no se ha cambiado nada/,
    );
    expect(world.now()).toEqual(before);
    await shoot(ana.page, 'plan');
    const seen = await ana.seenOf('.turn.working, .plans .hint:not([hidden])');
    await ana.approve();
    expect((await seen()).join()).not.toMatch(/Entendiendo|no se ha cambiado nada/);
    expect(await ana.page.evaluate('document.activeElement.matches(".turn")')).toBe(true);
    expect(world.desktop()).toEqual(['Proyectos', 'luyd']);
    expect(world.desktop('luyd')).toEqual([HOSTILE, 'factura.pdf', TURNED_AROUND]);
    expect(await ana.receipt().innerText()).toMatch(/Hecho[^]*3 de 3[^]*0 sobrescritos/);
    await shoot(ana.page, 'receipt');
    await ana.undo();
    expect(world.now()).toEqual(before);
    expect(await ana.page.locator('#talk .receipt').first().innerText()).toMatch(/Deshecho/);
  });

  it('shows hostile names as the text they are', async () => {
    await ana.say(SENTENCE);
    await ana.waiting().locator('button.look').click();
    const rows = ana.waiting().locator('.entries tbody tr');
    await rows.nth(3).waitFor();
    const shown = (await rows.allInnerTexts()).join('\n');
    for (const name of [HOSTILE, 'foto\\u{202e}gpj.exe']) expect(shown).toContain(`escritorio/luyd/${name}`);
    expect(await ana.page.locator('#talk img, #talk script').count()).toBe(0);
    expect(ana.wrong).toEqual([]);
  });

  it('takes a no, and changes nothing', async () => {
    const before = world.now();
    await ana.waiting().locator('button.reject').click();
    await ana.settled();
    expect(await ana.page.locator('.turn').last().innerText()).toMatch(/no se hizo/);
    expect(await ana.page.locator('button.approve:visible').count()).toBe(0);
    expect(world.now()).toEqual(before);
  });

  it('a new folder is all there is to its plan, and taking it back says that it goes', async () => {
    const before = world.now();
    const trees = (): Promise<string> => ana.waiting().locator('.trees').innerText();
    await ana.say('crea una carpeta llamada nueva en el escritorio');
    expect(await trees()).toMatch(/^Ahora\s+nada\s+Después\s+escritorio\s+nueva\s+nueva\s*$/);
    await ana.approve();
    await ana.say('deshaz eso');
    expect(await trees()).toMatch(/^Ahora\s+escritorio\s+nueva\s+Después\s+nada\s*$/);
    await ana.approve();
    expect(await ana.page.locator('.turn').last().innerText()).toMatch(/^Hecho: 1 de 1 carpeta quitada\./);
    expect(world.now()).toEqual(before);
  });

  it('says of a file that is added to that nothing of it is lost', async () => {
    await ana.say('crea un archivo llamado lista.txt en documentos que diga pan');
    await ana.approve();
    await ana.say('agrega «leche» a lista.txt');
    expect(await ana.waiting().innerText()).toMatch(
      /Añadir al final de documentos\/lista\.txt[^]*añade a un archivo que ya existe[^]*nada: se añade al final/,
    );
    await ana.waiting().locator('button.reject').click();
    await ana.settled();
  });

  it('is worked with the keyboard: Enter sends, Ctrl+Z offers the way back, Esc closes', async () => {
    const { page } = ana;
    await ana.mode('auto');
    await page.fill('#message', 'crea una carpeta');
    await page.press('#message', 'Shift+Enter');
    expect(await page.inputValue('#message')).toBe('crea una carpeta\n');
    await ana.say('crea una carpeta llamada teclas en el escritorio');
    expect(world.desktop()).toContain('teclas');
    await page.keyboard.press('Control+z');
    await page.locator('#undo-offer[open]').waitFor();
    await page.keyboard.press('Escape');
    expect(world.desktop()).toContain('teclas');
    await page.keyboard.press('Control+z');
    await page.locator('#undo-offer[open] .receipt').waitFor();
    await page.keyboard.press('Enter');
    await page.locator('#talk .undone').last().waitFor();
    await ana.settled();
    expect(world.desktop()).toEqual(ON_THE_DESKTOP);
  });

  it('keeps the history of everything, each with its way back, and remembers the talk', async () => {
    const { page } = ana;
    await ana.say('crea una carpeta llamada historia en el escritorio');
    await page.reload();
    await page.locator('#talk .receipt', { hasText: 'historia' }).waitFor();
    expect(await page.locator('#talk .receipt', { hasText: 'teclas' }).first().innerText()).toMatch(/Deshecho/);
    expect(await page.isChecked('input[name=machine][value=pc1]')).toBe(true);
    await page.click('#open-history');
    await page.locator('#history .receipt').first().locator('button.undo').click();
    await ana.settled();
    expect(world.desktop()).toEqual(ON_THE_DESKTOP);
    await page.locator('#history li:first-child .redo').waitFor();
    await shoot(page, 'history');
    await page.keyboard.press('Escape');
    expect(await page.isHidden('#history')).toBe(true);
  });

  it('picks the machine by name, and asks when none is meant', async () => {
    const visitor = await world.visit();
    const { page } = visitor;
    await visitor.pick('pc2');
    expect(await page.locator('#machine-list label').allInnerTexts()).toEqual([
      expect.stringContaining('El que yo nombre'),
      expect.stringContaining('pc1'),
      expect.stringContaining('pc2'),
    ]);
    await visitor.say('¿qué hay en el escritorio?');
    expect(await page.locator('.turn').last().innerText()).toContain('solo aquí.txt');
    await visitor.pick('');
    await page.click('#new-talk');
    await visitor.say('¿qué hay en el escritorio?');
    expect(await page.locator('.turn').last().innerText()).toMatch(/¿En qué máquina\?/);
    expect(await page.locator('.options button').count()).toBe(2);
  });

  it('is understood in a time zone that only a newer browser knows', async () => {
    const visitor = await world.visit();
    const { page } = visitor;
    await page.addInitScript(`
      const { resolvedOptions } = Intl.DateTimeFormat.prototype;
      Intl.DateTimeFormat.prototype.resolvedOptions = function () {
        return { ...resolvedOptions.call(this), timeZone: 'Moon/Tranquillity' };
      };`);
    await page.reload();
    await visitor.say('¿qué hay en el escritorio?');
    expect(await page.locator('.turn').last().innerText()).toContain('factura.pdf');
  });

  it('says how another PC is added, or why it cannot be', async () => {
    const { page } = ana;
    await page.click('#add-machine');
    await page.fill('#fleet-name', 'PC de la sala');
    await page.keyboard.press('Enter');
    await page.locator('#fleet-next .wrong').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.isHidden('#fleet')).toBe(true);
  });

  it('tells the truth about a machine that goes away and comes back', async () => {
    const dot = ana.page.locator('label', { has: ana.page.locator('input[value=pc2]') }).locator('.dot');
    await world.system.children.get('agent-pc2')?.stop(10_000);
    await dot.and(ana.page.locator(':not(.on)')).waitFor();
    await world.system.restart('agent-pc2');
    await dot.and(ana.page.locator('.on')).waitFor();
  });

  it('comes back by itself when the gateway was started again, and the yes that waited still counts', async () => {
    await ana.mode('ask');
    await ana.say(SENTENCE);
    await world.system.children.get('gateway')?.stop(10_000);
    await ana.page.locator('#connection', { hasText: 'Sin conexión' }).waitFor();
    await world.system.restart('gateway');
    await ana.page.locator('#connection').waitFor({ state: 'hidden' });
    await ana.approve();
    expect(world.desktop('luyd')).toHaveLength(3);
    await ana.undo();
    expect(world.desktop()).toEqual(ON_THE_DESKTOP);
  });

  it.each(['light', 'dark'] as const)('has no serious accessibility violation (%s)', async (colorScheme) => {
    const visitor = await world.visit({ colorScheme });
    const { page } = visitor;
    expect(await seriousViolations(page)).toEqual([]);
    await visitor.say('tira a la papelera los archivos del escritorio');
    await visitor.waiting().locator('button.look').click();
    await visitor.waiting().locator('tbody tr').first().waitFor();
    await page.click('#open-history');
    await page.locator('#history .receipt').first().waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+z');
    await page.locator('#undo-offer[open]').waitFor();
    expect(await seriousViolations(page)).toEqual([]);
    await shoot(page, `undo-${colorScheme}`);
  });

  it('speaks English too, in the dark, on a phone, with nothing to the side', async () => {
    const bob = await world.visit({ locale: 'en-GB', colorScheme: 'dark', viewport: PHONE });
    await bob.say('put all the files on the desktop into a folder called tidy');
    expect(await bob.waiting().innerText()).toMatch(/Move 3 files[^]*desktop\/tidy[^]*Yes, do it/);
    await bob.waiting().locator('button.look').click();
    await bob.waiting().locator('tbody tr').first().waitFor();
    const width = (): Promise<number> => bob.page.evaluate('document.documentElement.scrollWidth');
    expect(await width()).toBe(PHONE.width);
    await shoot(bob.page, 'phone-dark');
    await bob.page.click('#open-settings');
    await bob.page.locator('#modes').waitFor();
    expect(await width()).toBe(PHONE.width);
    await bob.page.click('#language');
    expect(await bob.page.textContent('#send')).toBe('Enviar');
    expect(await bob.waiting().locator('.approve').innerText()).toBe('Sí, hazlo');
    await bob.page.click('#open-settings');
    await bob.approve();
    const [when, back] = [await boxOf(bob.receipt().locator('time')), await boxOf(bob.receipt().locator('.buttons'))];
    expect(back.y).toBeGreaterThanOrEqual(when.y + when.height);
    await bob.undo();
    expect(bob.wrong).toEqual([]);
  });
});
