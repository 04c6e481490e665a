/** The floor of every HTTP answer: bare Fastify that says hello. */
import { fastify } from 'fastify';

const app = fastify();
app.get('/hello', async () => ({ hello: 'world' }));
const url = await app.listen({ host: '127.0.0.1', port: 0 });
process.stdout.write(`${JSON.stringify({ url })}\n`);
