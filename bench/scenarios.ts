import type { Scenario } from './scenario.js';
import { agentMemoryScenario, agentStartScenario } from './scenarios/agent-start.js';
import { busLatencyScenario } from './scenarios/bus-latency.js';
import { busThroughputScenario } from './scenarios/bus-throughput.js';
import { chatEmbeddedScenario, chatOverHttpScenario, chatScriptedScenario } from './scenarios/chat-latency.js';
import { copyScenario } from './scenarios/copy.js';
import { discoveryScenario, fleetReturnScenario } from './scenarios/discovery.js';
import { duplicatesScenario } from './scenarios/duplicates.js';
import { firstOfMillionScenario } from './scenarios/first-of-million.js';
import { gatewayLatencyScenario } from './scenarios/gateway-latency.js';
import { healthThroughputScenario } from './scenarios/health-throughput.js';
import {
  listFirstByNameScenario,
  listFirstScenario,
  listHttpScenario,
  listPagesScenario,
} from './scenarios/list-http.js';
import { listMemoryScenario, walkMemoryScenario } from './scenarios/memory-growth.js';
import { moveSlopeScenario } from './scenarios/move-slope.js';
import { moveScenario } from './scenarios/move.js';
import { peerIdleScenario, peerListScenario, peerMemoryScenario, peerShownScenario } from './scenarios/peer-list.js';
import { peerMoveScenario } from './scenarios/peer-move.js';
import { peerSearchScenario, peerTreeScenario } from './scenarios/peer-search.js';
import { pingDuringWalkScenario } from './scenarios/ping-during-walk.js';
import { resultSizeScenario } from './scenarios/result-size.js';
import { searchNamesScenario, searchTextScenario } from './scenarios/search.js';
import { sentenceScenario } from './scenarios/sentence.js';
import { serviceThroughputScenario } from './scenarios/service-throughput.js';
import { trashScenario } from './scenarios/trash.js';
import { undoScenario } from './scenarios/undo.js';
import { walkMeasuredScenario } from './scenarios/walk-measured.js';
import { walkMillionScenario, walkNamesScenario } from './scenarios/walk-names.js';

/** Every figure, in the order in which they are run and told: what leaves most behind comes last. */
export const SCENARIOS: readonly Scenario<unknown>[] = [
  gatewayLatencyScenario,
  chatScriptedScenario,
  chatOverHttpScenario,
  chatEmbeddedScenario,
  serviceThroughputScenario,
  busLatencyScenario,
  busThroughputScenario,
  healthThroughputScenario,
  agentMemoryScenario,
  agentStartScenario,
  sentenceScenario,
  moveScenario,
  undoScenario,
  moveSlopeScenario,
  trashScenario,
  copyScenario,
  listHttpScenario,
  listPagesScenario,
  listFirstScenario,
  listFirstByNameScenario,
  listMemoryScenario,
  resultSizeScenario,
  walkNamesScenario,
  walkMeasuredScenario,
  searchNamesScenario,
  searchTextScenario,
  duplicatesScenario,
  pingDuringWalkScenario,
  walkMillionScenario,
  firstOfMillionScenario,
  walkMemoryScenario,
  discoveryScenario,
  fleetReturnScenario,
  peerMoveScenario,
  peerListScenario,
  peerShownScenario,
  peerSearchScenario,
  peerTreeScenario,
  peerMemoryScenario,
  peerIdleScenario,
];
