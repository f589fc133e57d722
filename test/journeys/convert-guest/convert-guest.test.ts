import { expect, it } from "vitest";
import { findSignInActivity } from "../../../src/domain/audit/find-sign-in-activity.ts";
import { convertToInternal } from "../../../src/domain/invitations/convert-to-internal.ts";
import type { UserId } from "../../../src/foundation/identifiers.ts";
import {
  acceptAtHome,
  askForTokens,
  authorizeAddress,
  clientsOf,
  codeGrant,
  signInAt,
} from "../../support/house-applications.ts";
import { testHouse } from "../../support/test-house.ts";
import { accepted, byOperator } from "../../support/test-machine.ts";
import { textOf } from "../../support/visitor.ts";

const house = await testHouse();
const { contoso, fabrikam, machine } = house;
const { web } = clientsOf(house);
const { tenantId } = contoso;
const [bert] = fabrikam.users;
const first = "given by the service desk";
const chosen = "one that I chose myself";

it("a guest becomes a member: the password leads in, the provider and the links of before do not", async () => {
  const address = "bert@fabrikam.example";
  const { link: openLink } = await house.invite(address);
  const { link, userId } = await house.invite(address);
  const visitor = house.visitor();
  await acceptAtHome(visitor, link, bert?.password ?? "");
  const answered = await visitor.get(authorizeAddress(tenantId, web));
  const asGuest = await askForTokens(house, tenantId, codeGrant(web, answered));
  expect(asGuest.body, textOf(answered)).toHaveProperty("refresh_token");
  const activity = async () =>
    (await findSignInActivity(machine.database, tenantId, [userId as UserId])).get(userId as UserId);
  const before = await activity();
  expect(before?.success?.at).toEqual(machine.clock());
  house.moveClock(60);

  accepted(
    await convertToInternal(machine, byOperator, {
      tenantId,
      userId: userId as UserId,
      userPrincipalName: "bert.berg@contoso.example",
      password: first,
      mustChangePassword: true,
      mail: undefined,
    }),
  );
  house.moveClock(60);

  // What the guest had is over, though Fabrikam's session of the same browser lives on.
  const renewed = await askForTokens(house, tenantId, {
    grant_type: "refresh_token",
    client_id: web.clientId,
    client_secret: web.clientSecret,
    refresh_token: String(asGuest.body["refresh_token"]),
  });
  expect([renewed.status, renewed.body["error"]]).toEqual([400, "invalid_grant"]);
  const silent = await visitor.get(authorizeAddress(tenantId, web, { prompt: "none" }));
  expect([silent.url.searchParams.get("code"), silent.url.searchParams.get("error")]).toEqual([
    null,
    expect.any(String),
  ]);
  // Neither the old account nor the old address leads in, nor a link that lies in a mailbox.
  const old = await signInAt(house.visitor(), authorizeAddress(tenantId, web), address, bert?.password ?? "");
  expect(old.url.searchParams.get("code"), textOf(old)).toBeNull();
  for (const stale of [link, openLink]) {
    const opened = await house.visitor().get(stale);
    expect(opened.html).not.toContain('value="accept"');
  }
  expect(
    await machine.database
      .selectFrom("externalIdentity")
      .selectAll()
      .where("userId", "=", userId as UserId)
      .execute(),
  ).toEqual([]);

  const own = house.visitor();
  const asked = await signInAt(own, authorizeAddress(tenantId, web), "bert.berg@contoso.example", first);
  expect(textOf(asked)).toContain("Choose a new password");
  const done = await own.submit(asked, { newPassword: chosen, repeatedPassword: chosen });
  const asMember = await askForTokens(house, tenantId, codeGrant(web, done));
  expect(asMember.body, textOf(done)).toHaveProperty("id_token");
  const [, payload = ""] = String(asMember.body["id_token"]).split(".");
  const claims = JSON.parse(Buffer.from(payload, "base64url").toString());
  expect(claims).toMatchObject({ oid: userId, preferred_username: "bert.berg@contoso.example" });
  expect(claims).not.toHaveProperty("idp");
  const after = await activity();
  expect(after?.success?.at).toEqual(machine.clock());
});
