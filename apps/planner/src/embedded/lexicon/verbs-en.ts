import type { VerbSense } from './acts.js';

type Table = readonly (readonly [VerbSense['act'], string, Omit<VerbSense, 'act' | 'words'>?])[];

/** "make a copy", "give me copies", …: every verb of making or putting with every word for a copy. */
const MAKING = 'make make_me create create_me put save keep leave drop store get get_me give_me have take stick place';
const COPIES = 'a_copy copies another_copy a_duplicate duplicates a_second_copy an_extra_copy';
const BACKUPS = 'a_backup backups a_backup_copy backup_copies';
const making = (nouns: string): string =>
  MAKING.split(' ')
    .flatMap((verb) => nouns.split(' ').map((noun) => `${verb}_${noun}`))
    .join(' ');

/** English verbs of file work by what they ask for. `_` is a space. */
const TABLE: Table = [
  [
    'move',
    'move moving move_over move_across shift_over transfer transferring relocate relocating shift bring drag migrate return get_moved take_out pull',
  ],
  ['move', 'send', { sends: true }],
  ['move', 'belong belongs', { puts: true, sends: true }],
  [
    'move',
    'put place bung whack plonk lob store stick drop dump save stash file_away gather collect group_together tuck consolidate archive toss_into pop shove keep shunt chuck_into throw_into get_into slot round_up lump bundle putting gathering',
    { puts: true },
  ],
  [
    'move',
    'should_go should_all_go need_to_go needs_to_go have_to_go has_to_go must_go ought_to_go to_go are_supposed_to_go is_supposed_to_go they_go these_go it_go should_live',
    { puts: true },
  ],
  ['copy', `copy copying copy_over copy_across back_up backup backing_up mirror ${making(BACKUPS)}`, { puts: true }],
  ['copy', `duplicate clone replicate ${making(COPIES)} a_copy another_copy copies`, { puts: true, beside: true }],
  ['rename', 'rename renaming retitle change_the_name change_the_names change_name number renumber relabel'],
  [
    'trash',
    'clear_out clean_out delete deleting trash trashing erase discard bin binning get_rid_of getting_rid_of throw_away throw_out dispose_of ditch nuke chuck_out bin_off scrap dump_in_the_trash do_away_with take_out_the_trash rm',
  ],
  ['trash', 'remove removing', { clears: true }],
  ['trash', 'throw toss chuck can_go', { throws: true }],
  ['trash', 'empty empty_out wipe clear_everything', { empties: true }],
  ['clean', 'clean clean_up clear clear_up cleaning_up declutter cleanup spring_clean free_up'],
  ['create', 'create make creating set_up setup build start_a_new new generate make_me create_me give_me_a_new mkdir'],
  ['write', 'write append add jot_down note_down jot'],
  [
    'organise',
    'organize organise organizing organising sort sorting tidy tidy_up tidying arrange arranging classify categorize categorise group separate split order sort_out divide put_in_order',
  ],
  ['undo', 'undo undoing revert roll_back rollback take_back reverse restore recover undelete'],
  ['redo', 'redo'],
  [
    'find',
    'find search look_for looking_for search_for searching_for locate look_up hunt_for track_down dig_up find_me am_looking_for is_looking_for have_you_seen trying_to_find find_out',
  ],
  [
    'list',
    'look_in look_at look_inside look_through take_a_look_at take_a_look_in have_a_look_at have_a_look_in check gimme gimme_a_list give_me_a_list make_a_list a_list list show show_me display give_me give tell_me see view enumerate let_me_see list_out bring_up pull_up',
  ],
  ['count', 'count count_up'],
  ['size', 'measure calculate'],
  ['read', 'read open print read_out read_me'],
  ['select', 'take grab pick select get choose pick_up fetch'],
];

/** Forms that order only after "be", "get", "want": "these can be deleted". */
const PARTICIPLES: Table = [
  ['move', 'moved transferred relocated sent shifted brought'],
  ['move', 'put placed stored saved filed archived gathered collected', { puts: true }],
  ['copy', 'copied duplicated backed_up cloned', { puts: true }],
  ['rename', 'renamed'],
  ['trash', 'deleted removed gone trashed erased discarded binned thrown_away thrown_out'],
  ['trash', 'thrown tossed', { throws: true }],
  ['trash', 'emptied wiped', { empties: true }],
  ['clean', 'cleaned cleaned_up cleared_out'],
  ['organise', 'organized organised sorted tidied grouped arranged separated'],
];

const sensesOf = (table: Table): VerbSense[] =>
  table.map(([act, words, more]) => ({
    act,
    ...more,
    words: words.split(' ').map((word) => word.replaceAll('_', ' ')),
  }));

export const VERBS_EN: readonly VerbSense[] = sensesOf(TABLE);
export const PARTICIPLES_EN: readonly VerbSense[] = sensesOf(PARTICIPLES);

/** "Deletes", "deleted": what somebody does or did. */
export const TOLD_EN: ReadonlySet<string> = new Set(
  VERBS_EN.flatMap(({ words }) => words)
    .filter((word) => /^[a-z]+$/.test(word))
    .flatMap((word) => ['s', 'es', 'd', 'ed', 'ing'].map((ending) => word + ending)),
);
