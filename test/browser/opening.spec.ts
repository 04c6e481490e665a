import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Route } from 'playwright-core';
import type { Visitor } from './browser.js';
import { PageWorld } from './page-world.js';

/** An answer does not come until `unrouteAll`. */
const hold = (): void => undefined;

/** The whole system and a browser start first. */
jest.setTimeout(60_000);

describe('opening the page in a real browser', () => {
  let world: PageWorld;
  let ana: Visitor;

  beforeAll(async () => {
    world = await PageWorld.open();
    ana = await world.visit();
  });

  afterAll(async () => {
    await world.close();
  });

  it('weighs less than 100 kB, asks no other host, and keeps the token out of the address bar', async () => {
    const page = await world.browser.newPage();
    const sizes: number[] = [];
    const hosts = new Set<string>();
    page.on('response', (response) => {
      hosts.add(new URL(response.url()).origin);
      sizes.push(Number(response.headers()['content-length'] ?? 0));
    });
    await page.goto(world.address());
    await page.locator('#machine-list .dot.on').first().waitFor();
    expect(page.url()).toBe(`${world.system.base}/`);
    expect([...hosts]).toEqual([world.system.base]);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(100_000);
    await page.close();
  });

  it('greets somebody new before the gateway has answered anything, with the box where it stays', async () => {
    const page = await world.browser.newPage({ locale: 'es-ES' });
    await page.goto(world.address());
    const boxAt = (): Promise<unknown> => page.evaluate('document.querySelector("#say").getBoundingClientRect().top');
    await page.locator('#machine-list .dot.on').first().waitFor();
    const settled = await boxAt();
    await page.route(/\/(v1|health)/, hold);
    await page.reload();
    await page.locator('#welcome h2', { hasText: '¿Qué hago' }).waitFor();
    expect(await page.textContent('#planner')).toBe('');
    expect(await boxAt()).toBe(settled);
    await page.unrouteAll();
    await page.close();
  });

  it('keeps what is said while it is still opening', async () => {
    const page = await world.browser.newPage({ locale: 'es-ES' });
    const held: Route[] = [];
    await page.route(/\/(health|v1\/chat)$/, (route) => void held.push(route));
    await page.goto(world.address());
    await page.locator('#machine-list .dot.on').first().waitFor();
    await page.fill('#message', '¿qué hay en el escritorio?');
    await page.press('#message', 'Enter');
    await held[0]?.continue();
    await page.locator('.turn.mine').waitFor();
    await page.unrouteAll();
    await page.locator('.turn.mine + .turn .reply').waitFor();
    expect(await page.textContent('.turn.mine')).toBe('¿qué hay en el escritorio?');
    await page.close();
  });

  it('tells what it can see, what a yes is for, and that nothing gets lost', async () => {
    const promises = ana.page.locator('#promises');
    expect(await promises.innerText()).toMatch(
      /En [^:]*pc1[^:]*: escritorio[^]*documentos[^]*Nada más[^]*Sin tu sí, nada se mueve[^]*Nada se pierde/,
    );
    await ana.mode('look');
    expect(await promises.innerText()).toMatch(/No cambio nada, aunque lo pidas/);
    await ana.mode('ask');
  });

  it('starts empty with three examples that fill the box and send nothing', async () => {
    const examples = ana.page.locator('.example');
    expect(await examples.count()).toBe(3);
    await examples.nth(1).click();
    expect(await ana.page.inputValue('#message')).toMatch(/escritorio/);
    expect(await ana.page.locator('.turn').count()).toBe(0);
    expect(await ana.page.isChecked('input[value=ask]')).toBe(true);
    expect(await ana.page.textContent('#planner')).toMatch(/frases sencillas/);
  });
});
