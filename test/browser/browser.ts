import { accessSync, constants, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import { delimiter, join } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Locator, type Page } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const HOW_TO_GET_IT =
  'No Chromium found. Install it (apt-get install chromium, brew install chromium) or set CHROMIUM_BIN to its program.';

/** No network of its own, no first-run pages: the page under test is all it sees. */
const ARGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const PATIENCE_MS = 15_000;

const isProgram = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const chromiumProgram = (): string => {
  const given = process.env['CHROMIUM_BIN'];
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const found = given ?? folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isProgram);
  if (found === undefined) throw new Error(HOW_TO_GET_IT);
  return found;
};

export const openBrowser = (): Promise<Browser> => chromium.launch({ executablePath: chromiumProgram(), args: ARGS });

/** A page as one person has it open: what they say, what waits for them, and everything that went wrong in it. */
export class Visitor {
  /** Console errors, exceptions, dialogs, and requests to anywhere but the gateway. */
  readonly wrong: string[] = [];

  private constructor(readonly page: Page) {
    page.on('pageerror', (error) => this.wrong.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && this.wrong.push(message.text()));
    page.on('dialog', (dialog) => {
      this.wrong.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
  }

  /** In a fresh profile. */
  static async open(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Visitor> {
    const context = await browser.newContext({ locale: 'es-ES', viewport: { width: 1280, height: 860 }, ...options });
    context.setDefaultTimeout(PATIENCE_MS);
    const visitor = new Visitor(await context.newPage());
    await visitor.page.goto(url);
    await visitor.page.locator('#machine-list .dot.on').first().waitFor({ state: 'attached' });
    return visitor;
  }

  /** On a narrow page the choice lies behind a button. */
  async pick(machine: string): Promise<void> {
    const isNarrow = await this.page.isVisible('#open-settings');
    if (isNarrow) await this.page.click('#open-settings');
    await this.page.check(`input[name=machine][value="${machine}"]`);
    if (isNarrow) await this.page.click('#open-settings');
  }

  /** Types a message, sends it with Enter, and waits for the end of its turn. */
  async say(message: string): Promise<void> {
    await this.page.fill('#message', message);
    await this.page.press('#message', 'Enter');
    await this.settled();
  }

  /** Nothing is under way any more. */
  async settled(): Promise<void> {
    await this.page.locator('#talk[aria-busy=false]').waitFor();
    await this.page.locator('.turn:last-child .reply').waitFor();
  }

  mode(mode: 'look' | 'ask' | 'auto'): Promise<void> {
    return this.page.check(`input[name=mode][value=${mode}]`);
  }

  /** The plans that wait for a yes now; those decided before stay in the talk and are not it. */
  waiting(): Locator {
    return this.page.locator('.plans:not(.over)').last();
  }

  receipt(): Locator {
    return this.page.locator('#talk .receipt').last();
  }

  async approve(): Promise<void> {
    await this.waiting().locator('button.approve').click();
    await this.settled();
  }

  /** From now on keeps the texts of what passes by too quickly to wait for; answers what was seen. */
  async seenOf(selector: string): Promise<() => Promise<string[]>> {
    await this.page.evaluate(`
      window.seen = [];
      new MutationObserver(() => document.querySelectorAll('${selector}').forEach((at) => seen.push(at.textContent)))
        .observe(document.querySelector('#talk'), { childList: true, subtree: true });`);
    return () => this.page.evaluate('seen');
  }

  async undo(): Promise<void> {
    await this.receipt().locator('button.undo').click();
    await this.settled();
  }
}

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: string[];
}

/** What axe-core finds serious or critical on the page as it stands. */
export const seriousViolations = async (page: Page): Promise<Violation[]> => {
  const { resolve } = createRequire(import.meta.url);
  await page.evaluate(readFileSync(resolve('axe-core/axe.min.js'), 'utf8'));
  const found = await page.evaluate<Violation[]>(
    'axe.run().then(({ violations }) => violations.map(({ id, impact, nodes }) => ({ id, impact, nodes: nodes.map(({ html }) => html) })))',
  );
  return found.filter(({ impact }) => impact === 'serious' || impact === 'critical');
};

const SHOTS = join(import.meta.dirname, '..', '..', '.cache', 'screenshots');

/** Kept as artefacts, to be looked at with human eyes. */
export const shoot = async (page: Page, name: string): Promise<void> => {
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`) });
};

/** A port that is free now, for a gateway that must come back at the same address. */
export const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => done(port));
    });
  });
