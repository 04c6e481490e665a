import type { VerbSense } from './acts.js';

const sense = (act: VerbSense['act'], table: string, puts = false): VerbSense => ({
  act,
  puts,
  words: table.split(' ').map((word) => word.replaceAll('_', ' ')),
});

/** English verbs of file work, by what they ask for. Multi-word forms use `_`. */
export const VERBS_EN: readonly VerbSense[] = [
  sense('move', 'move moving transfer relocate shift send bring drag moved'),
  sense(
    'move',
    'put place store stick drop throw dump save stash file_away gather collect group_together tuck chuck_in consolidate archive'.replace(
      'throw',
      'toss_into',
    ),
    true,
  ),
  sense(
    'copy',
    'copy copying duplicate make_a_copy make_copies make_another_copy create_a_copy clone back_up backup make_a_backup create_a_backup make_a_backup_copy',
    true,
  ),
  sense('rename', 'rename renaming retitle change_the_name change_the_names change_name number renumber relabel'),
  sense(
    'trash',
    'delete deleting remove trash erase discard bin get_rid_of throw_away throw_out toss clear_out clear clean_out wipe empty dispose_of ditch clean dump_all_the nuke',
  ),
  sense(
    'create',
    'create make creating add_a_folder add_a_new_folder set_up build start_a_new new generate add_folder add_a_subfolder',
  ),
  sense('write', 'write append add jot_down note_down jot type'),
  sense(
    'organise',
    'organize organise sort tidy tidy_up arrange classify categorize categorise group separate split order sort_out file clean_up',
  ),
  sense('undo', 'undo revert roll_back rollback take_back reverse'),
  sense('redo', 'redo'),
  sense('find', 'find search look_for search_for locate look_up hunt_for find_out track_down'),
  sense('list', 'list show show_me display give_me give tell_me see view enumerate let_me_see'),
  sense('count', 'count'),
  sense('size', 'measure calculate'),
  sense('read', 'read open print'),
  sense('select', 'take grab pick select get choose pick_up fetch'),
];
