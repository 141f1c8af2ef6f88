import type { Instructions } from '../case.ts';

/** Sentences with verbs of any kind, about things that recur. */
export const relations: Instructions = {
  'branches: a list of names, one shortened': [
    'Git flow: main, develop, feature branch. feature merges into develop, develop merges into release, release merges into main and back into develop.',
    {
      edges:
        'feature branch -> develop: merges into; develop -> release: merges into; release -> main: merges into; release -> develop: merges back into',
      title: 'Git flow',
    },
  ],
  'network: subnets as frames': [
    'subnet 10.0.0.0/24 contains web1, web2 and lb; subnet 10.0.1.0/24 contains db1 and db2; lb to web1 and web2; web1 and web2 to db1; db1 replicates to db2',
    {
      edges: 'lb -> web1; lb -> web2; web1 -> db1; web2 -> db1; db1 -> db2: replicates to',
      inside: { 'subnet 10.0.0.0/24': 'web1; web2; lb', 'subnet 10.0.1.0/24': 'db1; db2' },
    },
  ],
  'arrows: both services': [
    'AWS: Route53 -> CloudFront -> S3; CloudFront -> ALB -> ECS service A, ECS service B; both services use RDS',
    {
      edges:
        'Route53 -> CloudFront -> S3; CloudFront -> ALB -> ECS service A; ALB -> ECS service B; ECS service A -> RDS: use; ECS service B -> RDS: use',
    },
  ],
  'chess: who attacks whom': [
    'the knight protects the king, the rook pins the knight, the bishop attacks the rook and the queen',
    {
      edges:
        'knight -> king: protects; rook -> knight: pins; bishop -> rook: attacks; bishop -> queen: attacks',
    },
  ],
  'economy: nouns that can be verbs': [
    'Supply and demand determine price. Price influences demand. Taxes raise price. Subsidies lower price.',
    {
      edges:
        'supply -> price: determine; demand -> price; price -> demand: influences; taxes -> price: raise; subsidies -> price: lower',
    },
  ],
  'farm: who gives what to whom': [
    'Farm: the farmer feeds the cows, the cows give milk, the dairy buys the milk, the dairy sells cheese to the shop',
    {
      edges: 'farmer -> cows: feeds; cows -> milk: give; dairy -> milk: buys; dairy -> shop: sells cheese',
      title: 'Farm',
    },
  ],
  'german: water cycle': [
    'Die Sonne erwärmt das Meer, das Meer verdunstet zu Wolken, die Wolken bringen Regen, der Regen füllt Flüsse, Flüsse fließen ins Meer',
    {
      edges:
        'Sonne -> Meer: erwärmt; Meer -> Wolken: verdunstet zu; Wolken -> Regen: bringen; Regen -> Flüsse: füllt; Flüsse -> Meer: fließen ins',
    },
  ],
  'french: machine': [
    "Le moteur entraîne la pompe, la pompe alimente le réservoir, le réservoir alimente la turbine, la turbine entraîne l'alternateur",
    {
      edges:
        'moteur -> pompe: entraîne; pompe -> réservoir: alimente; réservoir -> turbine: alimente; turbine -> alternateur: entraîne',
    },
  ],
};
