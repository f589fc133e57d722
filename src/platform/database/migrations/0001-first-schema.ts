import { type Kysely, sql } from "kysely";

/**
 * The first schema. Tables of tenant data lead their primary key with the tenant id, so that the
 * database can later be distributed by tenant. Deployment-wide tables (keys, browser sessions,
 * sign-in transactions, mailbox) carry no tenant data of their own.
 */
export async function up(database: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(database);
}

const deployment = [
  `create table setting (
    name text primary key,
    value jsonb not null
  )`,
  `create table signing_key (
    key_id text primary key,
    state text not null check (state in ('next', 'current', 'retired')),
    public_jwk jsonb not null,
    private_key_encrypted bytea not null,
    created_at timestamptz not null,
    current_since timestamptz,
    retired_at timestamptz
  )`,
  "create unique index signing_key_one_current on signing_key (state) where state = 'current'",
  "create unique index signing_key_one_next on signing_key (state) where state = 'next'",
  `create table browser_session (
    session_id uuid primary key,
    cookie_hash bytea not null unique,
    created_at timestamptz not null,
    last_seen_at timestamptz not null,
    expires_at timestamptz not null
  )`,
  "create index browser_session_expiry on browser_session (expires_at)",
  `create table session_account (
    session_id uuid not null references browser_session on delete cascade,
    account_id uuid not null,
    issuer text not null,
    subject text not null,
    provider_kind text not null,
    email text,
    display_name text not null,
    amr text[] not null,
    authenticated_at timestamptz not null,
    expires_at timestamptz not null,
    primary key (session_id, account_id),
    unique (session_id, issuer, subject)
  )`,
  `create table session_application (
    session_id uuid not null references browser_session on delete cascade,
    tenant_id uuid not null,
    application_id uuid not null,
    user_id uuid not null,
    first_used_at timestamptz not null,
    primary key (session_id, tenant_id, application_id, user_id)
  )`,
  `create table sign_in_transaction (
    transaction_id uuid primary key,
    session_id uuid not null,
    version integer not null default 1,
    facts jsonb not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    finished_at timestamptz
  )`,
  "create index sign_in_transaction_expiry on sign_in_transaction (expires_at)",
  // The columns that rate-limiter-flexible expects; `expire` in milliseconds since 1970.
  `create table rate_limit (
    key varchar(255) primary key,
    points integer not null default 0,
    expire bigint
  )`,
  `create table mailbox_message (
    message_id uuid primary key,
    received_at timestamptz not null,
    recipients text[] not null,
    content_encrypted bytea not null
  )`,
  "create index mailbox_message_time on mailbox_message (received_at desc)",
];

const directory = [
  `create table tenant (
    tenant_id uuid primary key,
    display_name text not null,
    initial_domain text not null unique,
    accent_colour text,
    privacy_statement_url text,
    terms_url text,
    contact_email text,
    default_language text not null default 'en',
    pairwise_salt bytea not null,
    created_at timestamptz not null
  )`,
  `create table tenant_domain (
    tenant_id uuid not null references tenant,
    name text not null,
    is_initial boolean not null default false,
    is_default boolean not null default false,
    verified_at timestamptz,
    primary key (tenant_id, name)
  )`,
  "create unique index tenant_domain_one_owner on tenant_domain (name) where verified_at is not null",
  `create table "user" (
    tenant_id uuid not null references tenant,
    user_id uuid not null,
    user_principal_name text not null,
    kind text not null check (kind in ('member', 'guest')),
    is_external boolean not null default false,
    origin text check (origin in ('invitation', 'self-service-sign-up')),
    redemption_state text check (redemption_state in ('pending', 'accepted')),
    redemption_state_changed_at timestamptz,
    display_name text not null,
    given_name text,
    surname text,
    mail text,
    other_mails text[] not null default '{}',
    proxy_addresses text[] not null default '{}',
    mail_nickname text not null,
    job_title text,
    department text,
    company_name text,
    office_location text,
    mobile_phone text,
    business_phones text[] not null default '{}',
    preferred_language text,
    usage_location text,
    account_enabled boolean not null default true,
    show_in_address_list boolean,
    password_hash text,
    password_changed_at timestamptz,
    sessions_valid_from timestamptz not null,
    invited_by_user_id uuid,
    created_at timestamptz not null,
    deleted_at timestamptz,
    primary key (tenant_id, user_id)
  )`,
  'create unique index user_principal_name_unique on "user" (tenant_id, lower(user_principal_name)) where deleted_at is null',
  // One living external user per address and tenant: what makes parallel invitations meet in one guest.
  'create unique index user_external_mail_unique on "user" (tenant_id, lower(mail)) where is_external and deleted_at is null and mail is not null',
  'create index user_mail on "user" (tenant_id, lower(mail)) where deleted_at is null',
  'create index user_other_mails on "user" using gin (other_mails)',
  'create index user_proxy_addresses on "user" using gin (proxy_addresses)',
  'create index user_living on "user" (tenant_id, user_id) where deleted_at is null',
  'create index user_kind on "user" (tenant_id, kind, user_id) where deleted_at is null',
  'create index user_redemption_state on "user" (tenant_id, redemption_state, user_id) where deleted_at is null and redemption_state is not null',
  'create index user_display_name on "user" (tenant_id, lower(display_name), user_id) where deleted_at is null',
  'create index user_deleted on "user" (tenant_id, deleted_at) where deleted_at is not null',
  `create table external_identity (
    tenant_id uuid not null,
    issuer text not null,
    subject text not null,
    user_id uuid not null,
    provider_kind text not null,
    email text,
    linked_at timestamptz not null,
    primary key (tenant_id, issuer, subject),
    foreign key (tenant_id, user_id) references "user" on delete cascade
  )`,
  "create unique index external_identity_one_per_user on external_identity (tenant_id, user_id)",
  `create table user_sponsor (
    tenant_id uuid not null,
    user_id uuid not null,
    sponsor_id uuid not null,
    sponsor_kind text not null check (sponsor_kind in ('user', 'group')),
    primary key (tenant_id, user_id, sponsor_id),
    foreign key (tenant_id, user_id) references "user" on delete cascade
  )`,
  `create table directory_role_assignment (
    tenant_id uuid not null,
    user_id uuid not null,
    role text not null,
    assigned_at timestamptz not null,
    primary key (tenant_id, user_id, role),
    foreign key (tenant_id, user_id) references "user" on delete cascade
  )`,
  `create table "group" (
    tenant_id uuid not null references tenant,
    group_id uuid not null,
    display_name text not null,
    description text,
    mail_nickname text not null,
    created_at timestamptz not null,
    deleted_at timestamptz,
    primary key (tenant_id, group_id)
  )`,
  `create table group_member (
    tenant_id uuid not null,
    group_id uuid not null,
    member_id uuid not null,
    member_kind text not null check (member_kind in ('user', 'group')),
    added_at timestamptz not null,
    primary key (tenant_id, group_id, member_id),
    foreign key (tenant_id, group_id) references "group" on delete cascade
  )`,
  "create index group_member_of on group_member (tenant_id, member_id)",
  `create table collaboration_settings (
    tenant_id uuid primary key references tenant,
    allow_invites_from text not null default 'everyone'
      check (allow_invites_from in ('everyone', 'members', 'inviters', 'none')),
    guest_access text not null default 'limited' check (guest_access in ('member', 'limited', 'restricted')),
    invitation_lifetime_days integer default 90,
    email_code_enabled boolean not null default true
  )`,
];

const applications = [
  `create table application (
    tenant_id uuid not null references tenant,
    object_id uuid not null,
    application_id uuid not null unique,
    display_name text not null,
    identifier_uris text[] not null default '{}',
    audience text not null default 'tenant' check (audience in ('tenant', 'tenants')),
    issues_id_token boolean not null default false,
    issues_access_token boolean not null default false,
    allows_public_client boolean not null default false,
    access_token_version integer not null default 2 check (access_token_version in (1, 2)),
    group_claims text not null default 'none' check (group_claims in ('none', 'groups', 'application-groups')),
    optional_claims jsonb not null default '{}',
    required_permissions jsonb not null default '[]',
    home_page_url text,
    logout_url text,
    created_at timestamptz not null,
    primary key (tenant_id, object_id)
  )`,
  `create table application_redirect_uri (
    tenant_id uuid not null,
    object_id uuid not null,
    platform text not null check (platform in ('web', 'spa', 'public-client')),
    uri text not null,
    primary key (tenant_id, object_id, platform, uri),
    foreign key (tenant_id, object_id) references application on delete cascade
  )`,
  `create table application_secret (
    tenant_id uuid not null,
    object_id uuid not null,
    secret_id uuid not null,
    display_name text,
    hint text not null,
    secret_hash bytea not null,
    starts_at timestamptz not null,
    expires_at timestamptz not null,
    primary key (tenant_id, object_id, secret_id),
    foreign key (tenant_id, object_id) references application on delete cascade
  )`,
  `create table application_role (
    tenant_id uuid not null,
    object_id uuid not null,
    role_id uuid not null,
    value text,
    display_name text not null,
    description text not null default '',
    for_users boolean not null,
    for_applications boolean not null,
    is_enabled boolean not null default true,
    primary key (tenant_id, object_id, role_id),
    foreign key (tenant_id, object_id) references application on delete cascade
  )`,
  `create table application_scope (
    tenant_id uuid not null,
    object_id uuid not null,
    scope_id uuid not null,
    value text not null,
    consent_by text not null check (consent_by in ('user', 'admin')),
    display_name text not null,
    description text not null default '',
    is_enabled boolean not null default true,
    primary key (tenant_id, object_id, scope_id),
    unique (tenant_id, object_id, value),
    foreign key (tenant_id, object_id) references application on delete cascade
  )`,
  `create table service_principal (
    tenant_id uuid not null references tenant,
    service_principal_id uuid not null,
    application_id uuid not null,
    display_name text not null,
    account_enabled boolean not null default true,
    assignment_required boolean not null default false,
    created_at timestamptz not null,
    primary key (tenant_id, service_principal_id),
    unique (tenant_id, application_id)
  )`,
  // role_id of zeros is access without a role (the default role of the reference).
  `create table app_role_assignment (
    tenant_id uuid not null,
    assignment_id uuid not null,
    principal_kind text not null check (principal_kind in ('user', 'group', 'service-principal')),
    principal_id uuid not null,
    resource_id uuid not null,
    role_id uuid not null,
    created_at timestamptz not null,
    primary key (tenant_id, assignment_id),
    unique (tenant_id, principal_id, resource_id, role_id),
    foreign key (tenant_id, resource_id) references service_principal on delete cascade
  )`,
  "create index app_role_assignment_resource on app_role_assignment (tenant_id, resource_id)",
  `create table permission_grant (
    tenant_id uuid not null,
    grant_id uuid not null,
    client_id uuid not null,
    resource_id uuid not null,
    principal_id uuid,
    scopes text[] not null,
    created_at timestamptz not null,
    primary key (tenant_id, grant_id),
    unique nulls not distinct (tenant_id, client_id, resource_id, principal_id),
    foreign key (tenant_id, client_id) references service_principal on delete cascade,
    foreign key (tenant_id, resource_id) references service_principal on delete cascade
  )`,
];

const collaboration = [
  `create table invitation (
    tenant_id uuid not null,
    invitation_id uuid not null,
    user_id uuid not null,
    email text not null,
    display_name text,
    redirect_url text not null,
    application_id uuid,
    message_body text,
    message_language text,
    cc_recipients jsonb not null default '[]',
    send_mail boolean not null,
    reset_redemption boolean not null default false,
    inviter_kind text not null check (inviter_kind in ('user', 'application', 'operator')),
    inviter_id uuid,
    inviter_name text not null,
    inviter_email text,
    token_hash bytea not null,
    state text not null check (state in ('pending', 'accepted', 'revoked')),
    mail_id uuid,
    created_at timestamptz not null,
    expires_at timestamptz,
    accepted_at timestamptz,
    revoked_at timestamptz,
    primary key (tenant_id, invitation_id),
    foreign key (tenant_id, user_id) references "user" on delete cascade
  )`,
  "create unique index invitation_token on invitation (tenant_id, token_hash)",
  "create index invitation_user on invitation (tenant_id, user_id)",
  "create index invitation_newest on invitation (tenant_id, created_at desc, invitation_id)",
  "create index invitation_inviter on invitation (tenant_id, inviter_id, created_at desc)",
  `create table mail (
    tenant_id uuid not null,
    mail_id uuid not null,
    purpose text not null check (purpose in ('invitation', 'one-time-code')),
    message_id text not null,
    recipients text[] not null,
    content_encrypted bytea,
    state text not null check (state in ('queued', 'sent', 'failed')),
    attempts integer not null default 0,
    server_answer text,
    failure text,
    created_at timestamptz not null,
    sent_at timestamptz,
    primary key (tenant_id, mail_id)
  )`,
  `create table one_time_code (
    tenant_id uuid not null,
    code_id uuid not null,
    transaction_id uuid not null,
    email text not null,
    code_hash bytea not null,
    failed_tries integer not null default 0,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    primary key (tenant_id, code_id)
  )`,
  "create index one_time_code_transaction on one_time_code (tenant_id, transaction_id, created_at desc)",
];

const tokens = [
  `create table authorization_code (
    tenant_id uuid not null,
    code_hash bytea not null,
    family_id uuid not null,
    application_id uuid not null,
    user_id uuid not null,
    authorization_grant jsonb not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    redeemed_at timestamptz,
    primary key (tenant_id, code_hash)
  )`,
  "create index authorization_code_expiry on authorization_code (expires_at)",
  `create table refresh_token (
    tenant_id uuid not null,
    token_hash bytea not null,
    family_id uuid not null,
    application_id uuid not null,
    user_id uuid not null,
    authorization_grant jsonb not null,
    issued_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    revoked_at timestamptz,
    primary key (tenant_id, token_hash)
  )`,
  "create index refresh_token_family on refresh_token (tenant_id, family_id)",
  "create index refresh_token_user on refresh_token (tenant_id, user_id)",
  "create index refresh_token_expiry on refresh_token (expires_at)",
];

const logs = [
  `create table audit_event (
    tenant_id uuid not null,
    event_id uuid not null,
    occurred_at timestamptz not null,
    activity text not null,
    result text not null check (result in ('success', 'failure')),
    reason text,
    actor_kind text not null,
    actor_id uuid,
    actor_name text,
    target_kind text,
    target_id uuid,
    target_name text,
    ip_address text,
    correlation_id uuid not null,
    details jsonb not null default '{}',
    primary key (tenant_id, occurred_at, event_id)
  ) partition by range (occurred_at)`,
  "create table audit_event_default partition of audit_event default",
  `create table sign_in_event (
    tenant_id uuid not null,
    event_id uuid not null,
    occurred_at timestamptz not null,
    application_id uuid,
    application_name text,
    resource_id uuid,
    user_id uuid,
    user_name text,
    user_kind text,
    identity_provider text,
    home_tenant_id uuid,
    is_interactive boolean not null,
    error_code integer not null,
    failure_reason text,
    ip_address text,
    user_agent text,
    correlation_id uuid not null,
    details jsonb not null default '{}',
    primary key (tenant_id, occurred_at, event_id)
  ) partition by range (occurred_at)`,
  "create table sign_in_event_default partition of sign_in_event default",
];

const statements = [...deployment, ...directory, ...applications, ...collaboration, ...tokens, ...logs];
