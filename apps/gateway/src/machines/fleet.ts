import { OrdenaError } from '#contracts/errors';
import { MachineIdSchema, type Machine } from '#contracts/machine';
import type { MachineDirectory } from '#nats/machine-directory';
import { requireMachine, type Caller } from '../who/caller.js';

/** The machines one caller may see, and which one is meant. */
export class Fleet {
  constructor(
    private readonly directory: MachineDirectory,
    private readonly defaultMachine: string,
  ) {}

  async list(caller: Caller): Promise<Machine[]> {
    const all = await this.directory.list();
    return all.filter(({ machine }) => caller.machines === undefined || caller.machines.includes(machine));
  }

  async online(caller: Caller): Promise<Machine[]> {
    return (await this.list(caller)).filter((machine) => machine.online);
  }

  async find(caller: Caller, id: string): Promise<Machine> {
    const known = MachineIdSchema.safeParse(id).success;
    if (known) requireMachine(caller, id);
    const machine = known ? await this.directory.find(id) : undefined;
    if (machine !== undefined) return machine;
    const machines = (await this.list(caller)).map((one) => one.machine);
    throw new OrdenaError('UNKNOWN_MACHINE', `No machine is called "${id.slice(0, 40)}".`, {
      details: { machine: id.slice(0, 40), machines },
    });
  }

  /** One that is on; said at once when it is off, never by timeout. */
  async findOnline(caller: Caller, id: string): Promise<Machine> {
    const machine = await this.find(caller, id);
    if (machine.online) return machine;
    throw new OrdenaError('MACHINE_OFF', 'That machine is off or not connected. Turn it on and ask again.', {
      details: { machine: id, displayName: machine.displayName },
    });
  }

  /** The machine for a message: the one named, else the default if this caller may touch it, else the planner asks. */
  async machineFor(caller: Caller, named: string | undefined): Promise<string | undefined> {
    if (named !== undefined) return (await this.findOnline(caller, named)).machine;
    const machines = await this.list(caller);
    if (machines.some(({ machine }) => machine === this.defaultMachine)) return this.defaultMachine;
    return machines.length === 1 ? machines[0]?.machine : undefined;
  }
}
