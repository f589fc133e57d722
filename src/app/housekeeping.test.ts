import type { KyselyPlugin } from "kysely";
import { expect, it } from "vitest";
import { testDatabase } from "../../test/support/test-database.ts";
import { testMachine } from "../../test/support/test-machine.ts";
import { startHousekeeping } from "./housekeeping.ts";

it("asks the database nothing more once it has stopped, also when it had just begun", async () => {
  const { database } = await testDatabase();
  let asked = 0;
  const counting: KyselyPlugin = {
    transformQuery: ({ node }) => {
      asked += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const housekeeping = startHousekeeping({
    ...testMachine(database),
    database: database.withPlugin(counting),
  });
  await housekeeping.stop();
  const askedBefore = asked;
  // Whatever went on would ask again while these are answered.
  for (let round = 0; round < 20; round += 1) await database.selectFrom("setting").selectAll().execute();
  expect(asked).toBe(askedBefore);
});
