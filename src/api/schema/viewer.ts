import { UserRole } from '../../database/generated/prisma/enums.ts';
import { builder } from '../graphql/builder.ts';

const UserRoleEnum = builder.enumType('UserRole', {
  description: 'What someone may do.',
  values: {
    USER: { value: UserRole.USER, description: 'Work with their own jobs and canvases.' },
    OPS: { value: UserRole.OPS, description: "Operate the service: see everyone's jobs and figures." },
  },
});

const UserRef = builder.prismaNode('User', {
  id: { field: 'id' },
  nullable: true,
  // Names of others are nobody's business but the operators'.
  findUnique: (id, { viewer }) => ({
    id,
    ...(viewer?.role === 'OPS' ? {} : { AND: { id: viewer?.id ?? '' } }),
  }),
  fields: (t) => ({
    name: t.exposeString('name', { description: 'From the token.' }),
    role: t.expose('role', { type: UserRoleEnum, description: 'From the token.' }),
  }),
});

builder.queryField('viewer', (t) =>
  t.prismaField({
    type: UserRef,
    nullable: true,
    description: 'Who is asking; null without a token.',
    resolve: (query, _root, _args, { viewer, database }) =>
      viewer === null ? null : database.prisma.user.findUnique({ ...query, where: { id: viewer.id } }),
  }),
);
