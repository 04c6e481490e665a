import type { VerbSense } from './acts.js';

type Table = readonly [VerbSense['act'], string, Omit<VerbSense, 'act' | 'words'>?];

/** English verbs of file work by what they ask for. `_` is a space. */
const TABLE: readonly Table[] = [
  ['move', 'move moving transfer relocate shift send bring drag migrate'],
  [
    'move',
    'put place store stick drop dump save stash file_away gather collect group_together tuck consolidate archive toss_into pop shove keep',
    { puts: true },
  ],
  [
    'copy',
    'copy copying duplicate make_a_copy make_copies make_another_copy create_a_copy put_a_copy save_a_copy keep_a_copy clone back_up backup make_a_backup create_a_backup make_a_backup_copy a_copy another_copy',
    { puts: true },
  ],
  ['rename', 'rename renaming retitle change_the_name change_the_names change_name number renumber relabel'],
  [
    'trash',
    'delete deleting remove trash erase discard bin get_rid_of throw_away throw_out dispose_of ditch nuke chuck_out',
  ],
  ['trash', 'throw toss chuck', { throws: true }],
  ['trash', 'empty empty_out wipe', { empties: true }],
  ['clean', 'clean clean_up clean_out clear clear_up clear_out'],
  ['create', 'create make creating set_up build start_a_new new generate'],
  ['write', 'write append add jot_down note_down jot'],
  [
    'organise',
    'organize organise sort tidy tidy_up arrange classify categorize categorise group separate split order sort_out',
  ],
  ['undo', 'undo revert roll_back rollback take_back reverse'],
  ['redo', 'redo'],
  ['find', 'find search look_for search_for locate look_up hunt_for track_down'],
  [
    'list',
    'gimme gimme_a_list give_me_a_list make_a_list a_list list show show_me display give_me give tell_me see view enumerate let_me_see',
  ],
  ['count', 'count'],
  ['size', 'measure calculate'],
  ['read', 'read open print'],
  ['select', 'take grab pick select get choose pick_up fetch'],
];

export const VERBS_EN: readonly VerbSense[] = TABLE.map(([act, words, more]) => ({
  act,
  ...more,
  words: words.split(' ').map((word) => word.replaceAll('_', ' ')),
}));
