import { z } from 'zod';
import { ContainmentSchema, MachineIdSchema, PlaceSchema } from '../machine.js';
import { defineOperation } from '../operation.js';

export const places = defineOperation({
  name: 'places',
  effect: 'read',
  words: 'The folders this machine shares, with their free space.',
  request: z.strictObject({}).meta({ id: 'PlacesRequest' }),
  reply: z
    .strictObject({
      machine: MachineIdSchema,
      os: z.string(),
      containment: ContainmentSchema,
      readOnly: z.boolean(),
      places: z.array(PlaceSchema),
    })
    .meta({ id: 'PlacesReply' }),
});
