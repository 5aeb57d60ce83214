import {createRequire} from 'node:module'; const require=createRequire(import.meta.url);
const U=require('@univerjs/core'),EF=require('@univerjs/engine-formula'),SH=require('@univerjs/sheets'),SF=require('@univerjs/sheets-formula'); const {FUniver}=require('@univerjs/core/facade'); require('@univerjs/sheets/facade'); require('@univerjs/engine-formula/facade'); require('@univerjs/sheets-formula/facade');
const un=new U.Univer({locale:U.LocaleType.ZH_CN,locales:{[U.LocaleType.ZH_CN]:{}},logLevel:0});
un.registerPlugin(EF.UniverFormulaEnginePlugin,{function:[]}); un.registerPlugin(SH.UniverSheetsPlugin); un.registerPlugin(SF.UniverSheetsFormulaPlugin,{initialFormulaComputing:2});
const api=FUniver.newAPI(un);
const inj=un.__getInjector(); const cmd=inj.get(U.ICommandService);
const log=[];
cmd.onCommandExecuted(c=>{ log.push([c.id.replace(/.*\./,''), c.params?.functionsExecutedState, c.params?.stageInfo?.stage, Math.round(performance.now())]) });
const cd={}; for(let r=0;r<300;r++){cd[r]={0:{v:r,t:2},1:{f:`=A${r+1}*2`}}}
const w=api.createWorkbook({id:'w',name:'w',sheetOrder:['s0','s1'],sheets:{s0:{id:'s0',name:'数据',cellData:cd,rowCount:400,columnCount:30},s1:{id:'s1',name:'S1',cellData:{},rowCount:100,columnCount:20}},styles:{},locale:U.LocaleType.ZH_CN,appVersion:'1',resources:[]});
await new Promise(r=>setTimeout(r,300)); console.log(JSON.stringify(log)); log.length=0;
const calc=(dirty,force=false)=>new Promise((res)=>{const d=cmd.onCommandExecuted((c)=>{ if(c.id===EF.SetFormulaCalculationNotificationMutation.id&&c.params.functionsExecutedState!==undefined){ d.dispose(); res(); } }); cmd.executeCommand(EF.SetFormulaCalculationStartMutation.id,{forceCalculation:force,dirtyRanges:dirty,dirtyNameMap:{},dirtyDefinedNameMap:{},dirtySuperTableMap:{},dirtyUnitFeatureMap:{},dirtyUnitOtherFormulaMap:{},clearDependencyTreeCache:{}},{onlyLocal:true}); });
let t=performance.now(); await calc([],true); console.log('force calc',performance.now()-t);
const sh=inj.get(U.IUniverInstanceService).getUnit('w').getSheetBySheetId('s0');
for(let k=0;k<5;k++){
t=performance.now();
const cv={}; for(let r=0;r<300;r++) cv[r]={2:{f:`=ROUND(B${r+1}/3,${k})`, v:null,p:null,t:null},3:{v:'x'+r+k,t:1,f:null}};
cmd.syncExecuteCommand(SH.SetRangeValuesMutation.id,{unitId:'w',subUnitId:'s0',cellValue:cv},{onlyLocal:true});
const tm=performance.now()-t;
await calc([{unitId:'w',sheetId:'s0',range:{startRow:0,endRow:299,startColumn:2,endColumn:3}}]);
console.log('write',tm,'calc',performance.now()-t,sh.getCell(5,2), log.length);
}
for(let k=0;k<3;k++){
t=performance.now();
cmd.syncExecuteCommand(SH.SetRangeValuesMutation.id,{unitId:'w',subUnitId:'s0',cellValue:{5:{0:{v:100+k,t:2}}}},{onlyLocal:true});
await calc([{unitId:'w',sheetId:'s0',range:{startRow:5,endRow:5,startColumn:0,endColumn:0}}]); console.log('single',performance.now()-t,sh.getCell(5,2));
}
await new Promise(r=>setTimeout(r,300)); 
cmd.syncExecuteCommand(SH.SetRangeValuesMutation.id,{unitId:'w',subUnitId:'s1',cellValue:{0:{0:{f:"=SUM('数据'!C1:C10)"},1:{f:'=A1&"分"'},2:{f:'=1/0'},3:{f:'=A1>3'},4:{f:'=Z99'},5:{f:'=NOSUCH(1)'},6:{f:'=VALUE("x")'},7:{f:'=""'},8:{f:'=SUM('}},500:{30:{v:1}}}},{onlyLocal:true});
await calc([{unitId:'w',sheetId:'s1',range:{startRow:0,endRow:0,startColumn:0,endColumn:9}}]);
const s1=inj.get(U.IUniverInstanceService).getUnit('w').getSheetBySheetId('s1');
console.log(JSON.stringify(s1.getCellMatrix().getMatrix()[0]), s1.getRowCount());
log.length=0; const n=cmd.syncExecuteCommand(SH.InsertSheetMutation.id,{unitId:'w',index:2,sheet:{...U.mergeWorksheetSnapshotWithDefault?.({id:'s9',name:'新表'})??{id:'s9',name:'新表',cellData:{}}}});
console.log(n,w.getSheets().map(s=>s.getSheetName()));
await new Promise(r=>setTimeout(r,300)); console.log(JSON.stringify(log));
await new Promise(r=>setTimeout(r,300)); 
un.dispose();
