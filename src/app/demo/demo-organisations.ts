import type { Platform } from "../../domain/applications/rules/application.ts";
import type { DirectoryRole } from "../../domain/directory/rules/directory-role.ts";
import type { DomainName } from "../../foundation/domain-name.ts";
import type { ApplicationId, GroupId, TenantId, UserId } from "../../foundation/identifiers.ts";
import { type DemoUserFlow, supplierDeskId, suppliers } from "./demo-user-flow.ts";

/** The demo's example organisations, with ids that are the same on every machine. */
export interface DemoOrganisations {
  readonly tenants: readonly DemoTenant[];
}

export interface DemoTenant {
  readonly tenantId: TenantId;
  readonly name: string;
  readonly displayName: string;
  readonly domain: DomainName;
  readonly accentColour: string;
  readonly contactEmail: string;
  readonly users: readonly DemoUser[];
  readonly groups: readonly {
    readonly groupId: GroupId;
    readonly displayName: string;
    readonly members: readonly UserId[];
  }[];
  readonly applications: readonly DemoApplication[];
  /** By which people who were never invited sign up. */
  readonly userFlow: DemoUserFlow | undefined;
}

export interface DemoUser {
  readonly userId: UserId;
  readonly displayName: string;
  readonly givenName: string;
  readonly surname: string;
  readonly jobTitle: string;
  readonly userName: string;
  readonly password: string;
  readonly roles: readonly DirectoryRole[];
}

export interface DemoApplication {
  readonly applicationId: ApplicationId;
  readonly displayName: string;
  readonly secret: string | undefined;
  readonly redirectUris: readonly { readonly platform: Platform; readonly uri: string }[];
  readonly homePageUrl: string | undefined;
  readonly issuesIdToken: boolean;
  readonly allowsPublicClient: boolean;
  /** Only who is assigned may sign in. */
  readonly assignmentRequired?: true;
  readonly appRoles: readonly {
    readonly value: string;
    readonly displayName: string;
    readonly description: string;
  }[];
  readonly assigned: readonly { readonly user: UserId; readonly role: string }[];
  /** Graph permissions of the application itself. */
  readonly graphPermissions: readonly string[];
  /** Graph permissions it has on behalf of people, agreed to for everybody. */
  readonly delegatedPermissions: readonly string[];
}

const contosoId = "c0a50000-7e1d-4f0c-9a10-000000000001" as TenantId;
const fabrikamId = "fab10000-3b5c-4d2e-8f20-000000000002" as TenantId;
const tenderRoomId = "7e4de200-52a1-4c0b-9d30-000000000011" as ApplicationId;
const projectBoardId = "b0a2d000-61c2-4e1c-8e40-000000000012" as ApplicationId;
const automationId = "a0707a00-70d3-4f2d-9f50-000000000013" as ApplicationId;
const commandLineId = "c1100000-8e14-4a3e-9a60-000000000014" as ApplicationId;

/** The two organisations, for a service at `publicUrl`. */
export function demoOrganisations(publicUrl: string): DemoOrganisations {
  return { tenants: [contoso(publicUrl), fabrikam] };
}

const annaId = "a22a0000-0000-4000-8000-000000000101" as UserId;
const ivoId = "10000000-0000-4000-8000-000000000102" as UserId;
const miaId = "31a00000-0000-4000-8000-000000000103" as UserId;

function contoso(publicUrl: string): DemoTenant {
  const password = "copper-kettle-17";
  return {
    tenantId: contosoId,
    name: "contoso",
    displayName: "Contoso",
    domain: "contoso.example" as DomainName,
    accentColour: "#0f6cbd",
    contactEmail: "anna@contoso.example",
    users: [
      person(annaId, "Anna", "Lindqvist", "Head of procurement", "anna@contoso.example", password, [
        "global-administrator",
      ]),
      person(ivoId, "Ivo", "Marek", "Partner manager", "ivo@contoso.example", password, ["guest-inviter"]),
      person(miaId, "Mia", "Chen", "Engineer", "mia@contoso.example", password, []),
    ],
    groups: [
      {
        groupId: "96000000-0000-4000-8000-000000000201" as GroupId,
        displayName: "Tender reviewers",
        members: [annaId, miaId],
      },
    ],
    applications: contosoApplications(publicUrl),
    userFlow: suppliers,
  };
}

function contosoApplications(publicUrl: string): DemoApplication[] {
  return [
    {
      applicationId: tenderRoomId,
      displayName: "Tender Room",
      secret: "demo-secret-of-tender-room",
      redirectUris: [
        { platform: "web", uri: `${publicUrl}/tester` },
        { platform: "web", uri: "http://localhost/callback" },
        { platform: "public-client", uri: "http://localhost" },
      ],
      homePageUrl: testerLink(publicUrl, tenderRoomId, "id-token"),
      issuesIdToken: true,
      allowsPublicClient: false,
      appRoles: [
        { value: "Bid.Submit", displayName: "Bidder", description: "Submits bids." },
        { value: "Bid.Review", displayName: "Reviewer", description: "Reviews bids." },
      ],
      assigned: [{ user: annaId, role: "Bid.Review" }],
      graphPermissions: [],
      delegatedPermissions: ["User.Read", "User.Invite.All"],
    },
    {
      applicationId: projectBoardId,
      displayName: "Project Board",
      secret: undefined,
      redirectUris: [
        { platform: "spa", uri: `${publicUrl}/tester` },
        { platform: "spa", uri: "http://localhost/spa" },
      ],
      homePageUrl: testerLink(publicUrl, projectBoardId, "code"),
      issuesIdToken: false,
      allowsPublicClient: false,
      appRoles: [],
      assigned: [],
      graphPermissions: [],
      delegatedPermissions: ["User.Read"],
    },
    {
      applicationId: automationId,
      displayName: "Contoso automation",
      secret: "demo-secret-of-automation",
      redirectUris: [],
      homePageUrl: undefined,
      issuesIdToken: false,
      allowsPublicClient: false,
      appRoles: [],
      assigned: [],
      graphPermissions: ["User.Invite.All", "User.ReadWrite.All", "Organization.Read.All"],
      delegatedPermissions: [],
    },
    supplierDesk(publicUrl),
    commandLine,
  ];
}

/** For people who were never invited. */
function supplierDesk(publicUrl: string): DemoApplication {
  return {
    applicationId: supplierDeskId,
    displayName: "Supplier Desk",
    secret: undefined,
    redirectUris: [
      { platform: "spa", uri: `${publicUrl}/tester` },
      { platform: "spa", uri: "http://localhost/spa" },
    ],
    homePageUrl: testerLink(publicUrl, supplierDeskId, "code"),
    issuesIdToken: false,
    allowsPublicClient: false,
    assignmentRequired: true,
    appRoles: [],
    assigned: [],
    graphPermissions: [],
    delegatedPermissions: ["User.Read"],
  };
}

/** What 'guesthouse login' signs people in with, agreed to for everybody. */
const commandLine: DemoApplication = {
  applicationId: commandLineId,
  displayName: "Guesthouse CLI",
  secret: undefined,
  redirectUris: [],
  homePageUrl: undefined,
  issuesIdToken: false,
  allowsPublicClient: true,
  appRoles: [],
  assigned: [],
  graphPermissions: [],
  delegatedPermissions: ["User.Read", "User.Read.All", "User.Invite.All"],
};

/** The tester, filled in for an application: what stands in for the application itself in the demo. */
function testerLink(publicUrl: string, applicationId: ApplicationId, flow: "id-token" | "code"): string {
  return `${publicUrl}/tester?${new URLSearchParams({ tenant: contosoId, client: applicationId, flow })}`;
}

const fabrikamPassword = "paper-lantern-23";

const fabrikam: DemoTenant = {
  tenantId: fabrikamId,
  name: "fabrikam",
  displayName: "Fabrikam",
  domain: "fabrikam.example" as DomainName,
  accentColour: "#8f3f1f",
  contactEmail: "dana@fabrikam.example",
  users: [
    person(
      "be27f000-0000-4000-8000-000000000301" as UserId,
      "Bert",
      "Okafor",
      "Sales engineer",
      "bert@fabrikam.example",
      fabrikamPassword,
      [],
    ),
    person(
      "da2a0000-0000-4000-8000-000000000302" as UserId,
      "Dana",
      "Ruiz",
      "IT administrator",
      "dana@fabrikam.example",
      fabrikamPassword,
      ["global-administrator"],
    ),
    person(
      "ca210000-0000-4000-8000-000000000303" as UserId,
      "Carl",
      "Weiss",
      "Designer",
      "carl@fabrikam.example",
      fabrikamPassword,
      [],
    ),
  ],
  groups: [],
  applications: [],
  userFlow: undefined,
};

function person(
  userId: UserId,
  givenName: string,
  surname: string,
  jobTitle: string,
  userName: string,
  password: string,
  roles: readonly DirectoryRole[],
): DemoUser {
  return {
    userId,
    displayName: `${givenName} ${surname}`,
    givenName,
    surname,
    jobTitle,
    userName,
    password,
    roles,
  };
}
