import { planCases } from './evalCases.ts';
import { testFloors } from './testFloors.ts';

testFloors('plans', planCases());
