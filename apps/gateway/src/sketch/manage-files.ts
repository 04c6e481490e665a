import type { z } from 'zod';
import { CATALOG } from '#contracts/catalog';
import { OrdenaError } from '#contracts/errors';
import { issue, refused } from '#contracts/issues';
import type { Action, SketchManage } from '#contracts/http/sketch.dto';
import type { Operation, ReplyOf } from '#contracts/operation';
import type { Plan } from '#contracts/plan';
import type { Select } from '#contracts/selection';
import { listText } from '#contracts/words/list-text';
import type { BusClient } from '#nats/bus-client';
import { checked } from '../http/check.js';
import type { Fleet } from '../machines/fleet.js';
import type { PlansService, Deciding } from '../plans/plans.service.js';
import { requireScope } from '../who/caller.js';

type Planned = (machine: string, ask: SketchManage) => Promise<Plan>;

/** One call of the sketch's file door on the default machine. A program's explicit write call is its yes. */
export class ManageFiles {
  private readonly planners: Record<Exclude<Action, 'listar_archivos'>, Planned> = {
    mover_archivos: (machine, ask) => this.call(machine, CATALOG.move, fromTo(ask)),
    copiar_archivos: (machine, ask) => this.call(machine, CATALOG.copy, fromTo(ask)),
    crear_carpeta: (machine, ask) => this.call(machine, CATALOG['create-folder'], { folder: folderOf(ask) }),
    eliminar_archivos: (machine, ask) =>
      this.call(machine, CATALOG.trash, { from: needed('origen', ask.origen), select: selectOf(ask) }),
  };

  constructor(
    private readonly bus: BusClient,
    private readonly fleet: Fleet,
    private readonly plans: PlansService,
  ) {}

  async run(ask: SketchManage, deciding: Deciding): Promise<string> {
    const machine = await this.machine(deciding);
    if (ask.accion === 'listar_archivos') return this.list(machine, ask, deciding);
    requireScope(deciding.caller, 'write');
    requireScope(deciding.caller, 'approve');
    const plan = await this.planners[ask.accion](machine, ask);
    return this.plans.commit(plan, deciding);
  }

  private async list(machine: string, ask: SketchManage, { language }: Deciding): Promise<string> {
    const folder = needed('origen', ask.origen ?? ask.destino);
    return listText(await this.call(machine, CATALOG.find, { in: folder, select: { kind: 'any' } }), language);
  }

  /** Each field has the form the document tells; put together they can still be too much for the operation. */
  private call<One extends Operation>(
    machine: string,
    operation: One,
    request: z.input<One['request']>,
  ): Promise<ReplyOf<One>> {
    checked(operation.request, request, 'BAD_VALUE');
    return this.bus.call(machine, operation, request);
  }

  private async machine({ caller }: Deciding): Promise<string> {
    const machine = await this.fleet.machineFor(caller, undefined);
    if (machine === undefined)
      throw new OrdenaError('AMBIGUOUS', 'Several machines are known; set ORDENA_MACHINE to choose one.');
    return (await this.fleet.findOnline(caller, machine)).machine;
  }
}

const needed = (field: string, value: string | undefined): string => {
  if (value !== undefined && value.trim() !== '') return value;
  throw refused('BAD_VALUE', [issue(field, 'missing')]);
};

const inside = (folder: string, name: string | undefined): string =>
  name === undefined || name === '' ? folder : `${folder.replace(/\/+$/, '')}/${name}`;

const fromTo = (ask: SketchManage): { from: string; to: string; select: Select } => {
  const from = needed('origen', ask.origen);
  const base = ask.destino ?? (ask.nombre_carpeta === undefined ? undefined : from);
  return { from, to: inside(needed('destino', base), ask.nombre_carpeta), select: selectOf(ask) };
};

const folderOf = (ask: SketchManage): string => {
  if (ask.destino !== undefined) return inside(needed('destino', ask.destino), ask.nombre_carpeta);
  if (ask.origen !== undefined) return inside(needed('origen', ask.origen), ask.nombre_carpeta);
  return needed('nombre_carpeta', ask.nombre_carpeta);
};

/** Names that were typed mean whatever has exactly that name; none typed means the files directly in the folder. */
const selectOf = ({ archivos_a_mover: names }: SketchManage): Select =>
  names === undefined ? {} : { names: names.map(literally), kind: 'any' };

/** The signs of name patterns, as plain characters. */
const literally = (name: string): string => name.replace(/[*?{}\\]/g, '\\$&');
