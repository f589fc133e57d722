import { expect, it } from "vitest";
import type { ProviderId, TenantId } from "../../../foundation/identifiers.ts";
import { type AddressKnowledge, homeRealm } from "./home-realm.ts";

const contoso = "11111111-0000-4000-8000-000000000000" as TenantId;
const fabrikam = "22222222-0000-4000-8000-000000000000" as TenantId;

const unknown: AddressKnowledge = {
  address: "bert@fabrikam.example",
  tenantId: contoso,
  memberOf: undefined,
  domainOwner: undefined,
  linkedIssuer: undefined,
  linkedProvider: undefined,
  providers: { tenant: undefined, "external-federation": undefined, social: undefined },
  order: ["tenant", "external-federation", "social"],
  byInvitation: false,
  emailCodeEnabled: true,
};
const { address } = unknown;

it("asks a member of the tenant for their password", () => {
  expect(homeRealm({ ...unknown, memberOf: contoso, domainOwner: contoso })).toEqual({
    kind: "password",
    address,
  });
});

it("sends a member of another tenant there", () => {
  expect(homeRealm({ ...unknown, memberOf: fabrikam })).toEqual({
    kind: "tenant",
    homeTenantId: fabrikam,
    address,
  });
});

it("does not tell whether an address of an owned domain exists", () => {
  const absent = homeRealm({ ...unknown, domainOwner: fabrikam });
  expect(absent).toEqual(homeRealm({ ...unknown, memberOf: fabrikam, domainOwner: fabrikam }));
});

it("mails a code to an invited person who has no account in the tenant of their domain", () => {
  expect(homeRealm({ ...unknown, domainOwner: fabrikam, byInvitation: true })).toEqual({
    kind: "email-code",
    address,
  });
});

it("mails a code to everybody else", () => {
  expect(homeRealm(unknown)).toEqual({ kind: "email-code", address });
});

it("keeps a guest with the provider they accepted with, whatever else could be", () => {
  expect(homeRealm({ ...unknown, linkedIssuer: "mail", memberOf: fabrikam, domainOwner: fabrikam })).toEqual({
    kind: "email-code",
    address,
  });
  expect(homeRealm({ ...unknown, linkedIssuer: `tenant:${fabrikam}` })).toEqual({
    kind: "tenant",
    homeTenantId: fabrikam,
    address,
  });
});

it("has no way when codes are switched off and nothing else is known", () => {
  expect(homeRealm({ ...unknown, emailCodeEnabled: false })).toBeUndefined();
});

const partner = "77777777-0000-4000-8000-000000000000" as ProviderId;
const social = "88888888-0000-4000-8000-000000000000" as ProviderId;

it("follows the tenant's order", () => {
  const everything: AddressKnowledge = {
    ...unknown,
    memberOf: fabrikam,
    providers: { tenant: undefined, "external-federation": partner, social },
  };
  const first = (...order: AddressKnowledge["order"]) => homeRealm({ ...everything, order });
  expect(first("tenant", "external-federation", "social")).toMatchObject({ kind: "tenant" });
  expect(first("external-federation", "tenant")).toEqual({ kind: "provider", providerId: partner, address });
  expect(first("social")).toEqual({ kind: "provider", providerId: social, address });
  expect(first()).toEqual({ kind: "email-code", address });
});

it("asks members of the tenant itself for their password, whatever the order", () => {
  const known = {
    ...unknown,
    memberOf: contoso,
    providers: { tenant: undefined, "external-federation": partner, social },
  };
  expect(homeRealm({ ...known, order: ["external-federation"] })).toEqual({ kind: "password", address });
});

it("has no way for a guest of a mailed code while the tenant allows none, until a reset", () => {
  const known = { ...unknown, emailCodeEnabled: false };
  expect(homeRealm({ ...known, linkedIssuer: "mail" })).toBeUndefined();
  expect(homeRealm(known)).toBeUndefined();
});

it("has no way for a guest whose provider was removed, until a reset", () => {
  const linked = { ...unknown, linkedIssuer: "https://idp.fabrikam.example" };
  expect(homeRealm({ ...linked, linkedProvider: partner })).toEqual({
    kind: "provider",
    providerId: partner,
    address,
  });
  expect(homeRealm(linked)).toBeUndefined();
});
