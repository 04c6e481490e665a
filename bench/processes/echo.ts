/** The floor of every call: a raw responder on a bare nats-server. Argument: the server's URL. */
import { connect } from '@nats-io/transport-node';

const nc = await connect({ servers: process.argv[2] });
nc.subscribe('echo', { callback: (_, message) => void message.respond(message.data) });
await nc.flush();
process.stdout.write('{"ready":true}\n');
