import type { Scenario } from './scenario.js';
import { agentMemoryScenario, agentStartScenario, walkMemoryScenario } from './scenarios/agent-start.js';
import { copyScenario } from './scenarios/copy.js';
import { discoveryScenario } from './scenarios/discovery.js';
import { peerListScenario } from './scenarios/peer-list.js';
import { peerMoveScenario } from './scenarios/peer-move.js';
import { peerSearchScenario } from './scenarios/peer-search.js';
import { pingDuringWalkScenario } from './scenarios/ping-during-walk.js';
import { resultSizeScenario } from './scenarios/result-size.js';
import { sentenceScenario } from './scenarios/sentence.js';
import { busLatencyScenario } from './scenarios/bus-latency.js';
import { busThroughputScenario } from './scenarios/bus-throughput.js';
import { chatLatencyScenario } from './scenarios/chat-latency.js';
import { duplicatesScenario } from './scenarios/duplicates.js';
import { gatewayLatencyScenario } from './scenarios/gateway-latency.js';
import { listFirstScenario, listHttpScenario } from './scenarios/list-http.js';
import { moveSlopeScenario } from './scenarios/move-slope.js';
import { moveScenario } from './scenarios/move.js';
import { searchNamesScenario } from './scenarios/search-names.js';
import { searchTextScenario } from './scenarios/search-text.js';
import { serviceThroughputScenario } from './scenarios/service-throughput.js';
import { trashScenario } from './scenarios/trash.js';
import { undoScenario } from './scenarios/undo.js';
import { walkNamesScenario } from './scenarios/walk-names.js';
import { walkScenario } from './scenarios/walk.js';

/** Every figure, in the order of the table. */
export const SCENARIOS: readonly Scenario<unknown>[] = [
  serviceThroughputScenario,
  busLatencyScenario,
  busThroughputScenario,
  gatewayLatencyScenario,
  chatLatencyScenario,
  moveScenario,
  undoScenario,
  moveSlopeScenario,
  walkScenario,
  walkNamesScenario,
  listHttpScenario,
  listFirstScenario,
  trashScenario,
  searchTextScenario,
  searchNamesScenario,
  duplicatesScenario,
  agentMemoryScenario,
  agentStartScenario,
  walkMemoryScenario,
  pingDuringWalkScenario,
  sentenceScenario,
  resultSizeScenario,
  discoveryScenario,
  copyScenario,
  peerMoveScenario,
  peerSearchScenario,
  peerListScenario,
];
