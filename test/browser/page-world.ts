import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { startSystem, type System } from '../testing/system.js';
import { makeHome, snapshot } from '../testing/tree.js';
import { freePort, openBrowser, Visitor } from './browser.js';

/** Markup as a name, and a name that turns its own end around. */
export const HOSTILE = '<img src=x onerror=alert(1)>.txt';
export const TURNED_AROUND = 'foto\u202egpj.exe';

const FILES = {
  'Escritorio/factura.pdf': 'una factura',
  [`Escritorio/${HOSTILE}`]: 'cuidado',
  [`Escritorio/${TURNED_AROUND}`]: 'cuidado también',
  'Escritorio/Proyectos/idea.md': 'una idea',
  'Documentos/contrato.docx': 'un contrato',
};

/** The whole system with two machines, a browser, and the first machine's home to look at. */
export class PageWorld {
  private constructor(
    readonly homes: { readonly pc1: string; readonly pc2: string },
    readonly system: System,
    readonly browser: Browser,
  ) {}

  static async open(): Promise<PageWorld> {
    const homes = { pc1: makeHome(FILES), pc2: makeHome({ 'Escritorio/solo aquí.txt': 'en el otro equipo' }) };
    const port = String(await freePort());
    const [system, browser] = await Promise.all([startSystem({ homes, env: { PORT: port } }), openBrowser()]);
    return new PageWorld(homes, system, browser);
  }

  /** The address as it is printed at the start. */
  address(base = this.system.base): string {
    return `${base}/?token=${this.system.token}`;
  }

  /** Somebody new opens the page and means `pc1`. */
  async visit(options: BrowserContextOptions = {}, base = this.system.base): Promise<Visitor> {
    const visitor = await Visitor.open(this.browser, this.address(base), options);
    await visitor.pick('pc1');
    return visitor;
  }

  desktop(...parts: string[]): string[] {
    return readdirSync(join(this.homes.pc1, 'Escritorio', ...parts)).toSorted();
  }

  /** Everything people see in the first home. */
  now(): string[] {
    return snapshot(this.homes.pc1, (path) => path.startsWith('.'));
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.system.close();
    for (const home of Object.values(this.homes)) rmSync(home, { recursive: true, force: true });
  }
}
