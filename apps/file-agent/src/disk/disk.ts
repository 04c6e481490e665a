import type { JournalOptions } from './journal.js';
import type { PlacePath } from './location.js';
import { Place, type PlaceSpec } from './place.js';
import { Protection } from './protection.js';
import { refusal } from './refusal.js';
import { StateFolder } from './state-folder.js';
import type { Sys } from './sys.js';
import { type Vault, openVault } from './vault.js';

export interface DiskOptions {
  readonly places: readonly PlaceSpec[];
  readonly stateFolder: string;
  /** The person's `$XDG_DATA_HOME`, for a trash that the desktop shows. */
  readonly dataHome?: string;
  readonly journal?: JournalOptions;
}

/** The places of this PC with their vaults, and the agent's state folder: all the disk there is for us. */
export class Disk {
  private readonly vaults = new Map<string, Vault>();
  readonly protection = new Protection();
  readonly places: readonly Place[];
  readonly state: StateFolder;

  constructor(
    readonly sys: Sys,
    private readonly options: DiskOptions,
  ) {
    this.state = StateFolder.open(sys, options.stateFolder);
    this.protection.add(sys, this.state.path);
    this.places = options.places.map((spec) => Place.open(sys, spec, this.protection));
  }

  place(name: string): Place {
    const place = this.places.find((candidate) => candidate.name === name);
    if (!place) throw refusal('UNKNOWN_PLACE', { name });
    return place;
  }

  /** Opened at first need, so that a PC where nothing is ever changed gets no folders of ours. */
  vault(placeName: string): Vault {
    const known = this.vaults.get(placeName);
    if (known) return known;
    const { protection } = this;
    const options = { stateFolder: this.state.path, dataHome: this.options.dataHome, protection };
    const vault = openVault(this.sys, this.place(placeName), options);
    this.vaults.set(placeName, vault);
    return vault;
  }

  /** The absolute path of an entry, for the trash's own records only. */
  absolute({ place, parts }: PlacePath): string {
    return [this.place(place).realPath, ...parts].join('/');
  }

  close(): void {
    for (const vault of this.vaults.values()) vault.close();
    for (const place of this.places) place.close();
    this.state.close();
  }
}
