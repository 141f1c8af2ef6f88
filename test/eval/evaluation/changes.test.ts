import { changeCases } from './evalCases.ts';
import { testFloors } from './testFloors.ts';

testFloors('changes', changeCases());
