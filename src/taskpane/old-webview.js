/* For Internet Explorer and the first Edge, which Office 2016 and 2019 may still embed: they cannot read the
   pane's own code, so this file keeps to ECMAScript 5 and stands alone. */
(function () {
  var agent = navigator.userAgent;
  if (agent.indexOf("Trident/") < 0 && agent.indexOf("Edge/") < 0) return;
  var root = document.getElementById("root");
  var message =
    "<h1>绩衡</h1>" +
    "<p><strong>这个版本的 Office 太旧，不能运行绩衡。</strong></p>" +
    "<p>它内嵌的浏览器（Internet Explorer 或旧版 Edge）已停止支持。" +
    "请更新到 Microsoft 365、Office 2021 或更新版本，或用网页版 Excel 打开这个工作簿。</p>" +
    '<p lang="en-US">This version of Office is too old for Jiheng. ' +
    "Update to Microsoft 365 or Office 2021, or use Excel on the web.</p>";
  if (root) root.innerHTML = message;
})();
